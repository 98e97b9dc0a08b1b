# Makes the package for the PowerShell Gallery, Wfbss.Reports.<version>.nupkg. It is made of a Release build in a folder of
# its own, by the pinned pwsh: what is in out/Wfbss.Reports does not matter, nor does which pwsh runs this.
param(
    [string] $Configuration = 'Release',

    # Where the package goes.
    [string] $Destination = (Join-Path (Split-Path -Parent $PSScriptRoot) 'out')
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
if ($Configuration -ne 'Release') {
    throw "A package is made of a Release build, not of a $Configuration build. Run ./build.ps1 -Task Package without -Configuration."
}

$root = Split-Path -Parent $PSScriptRoot
$project = 'src/Wfbss.Reports.PowerShell/Wfbss.Reports.PowerShell.csproj'
$stage = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
$Destination = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
# The manifest of the tools is found from here.
Push-Location -LiteralPath $root
try {
    dotnet tool restore --verbosity quiet
    dotnet restore $project --locked-mode --verbosity quiet
    dotnet build $project --configuration Release --no-restore --verbosity quiet "-p:ModuleOutputPath=$stage/Wfbss.Reports/"
    dotnet tool run pwsh -- -NoProfile -NonInteractive -File tools/package/Pack.ps1 -Module "$stage/Wfbss.Reports" -Project $project -Destination $Destination
} finally {
    Pop-Location
    Remove-Item -LiteralPath $stage -Recurse -Force -ErrorAction Ignore
}
