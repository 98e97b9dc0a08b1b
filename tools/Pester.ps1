# Runs the Pester suite on the module as a user has it: packed, saved by PSResourceGet from a repository that is a folder,
# and found by its name in an empty home. It runs in Windows PowerShell 5.1 as well, which needs -ModuleFolder.
param(
    # Of the sandbox.
    [string] $Configuration = 'Debug',

    # The package. Without it, one is made.
    [string] $PackagePath,

    # A folder that Save-PSResource has saved the package to, instead of the package.
    [string] $ModuleFolder
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$tests = [System.IO.Path]::Combine($root, 'tests', 'Pester')
$project = [System.IO.Path]::Combine($root, 'tests', 'Wfbss.Reports.Module.Tests')

function Invoke-Dotnet([string[]] $Argument) {
    & dotnet @Argument
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($Argument[0]) failed with exit code $LASTEXITCODE." }
}

Invoke-Dotnet -Argument 'build', ([System.IO.Path]::Combine($root, 'src', 'Wfbss.Reports.Sandbox')), '--configuration', $Configuration, '--verbosity', 'quiet', '--nologo'
Invoke-Dotnet -Argument 'restore', $project, '--verbosity', 'quiet'
$pester = Invoke-Dotnet -Argument 'msbuild', $project, '-getProperty:PesterModulePath'
# Nothing that a user or an earlier run has left behind is in it.
$emptyHome = [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), [guid]::NewGuid())
$null = New-Item -ItemType Directory -Path $emptyHome
$before = @{}
foreach ($name in 'HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME') { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
try {
    if (-not $ModuleFolder -and -not $PackagePath) {
        $packages = [System.IO.Path]::Combine($emptyHome, 'packages')
        & ([System.IO.Path]::Combine($PSScriptRoot, 'Package.ps1')) -Destination $packages
        $PackagePath = (Get-ChildItem -LiteralPath $packages -Filter *.nupkg).FullName
    }
    foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $null) }
    $env:HOME = $emptyHome
    Import-Module -Name ([System.IO.Path]::Combine($tests, 'Support', 'TestPwsh.psm1'))
    $program, [string[]] $arguments = Get-TestPwsh
    $arguments += '-NoProfile', '-NonInteractive', '-File', [System.IO.Path]::Combine($PSScriptRoot, 'pester', 'Suite.ps1')
    $suite = @{ Pester = $pester; Tests = $tests; Configuration = $Configuration; Folder = $emptyHome; PackagePath = $PackagePath; ModuleFolder = $ModuleFolder }
    # An empty text is not an argument for a program that Windows PowerShell starts.
    $arguments += $suite.Keys | Where-Object { $suite[$_] } | ForEach-Object { "-$_"; $suite[$_] }
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "The Pester suite failed with exit code $LASTEXITCODE." }
} finally {
    foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    Remove-Item -LiteralPath $emptyHome -Recurse -Force -ErrorAction Ignore
}
