# Packs an assembled module, with its bill of materials, which also goes beside the package. Package.ps1 runs this in the
# pinned pwsh, whose PSResourceGet and whose compression make the same bytes wherever it runs.
param(
    [string] $Module,

    # The project that the module was assembled by, restored.
    [string] $Project,

    [string] $Destination
)

$ErrorActionPreference = 'Stop'
# By path: a newer one, which a user has installed, would make another package.
Import-Module -Name ([System.IO.Path]::Combine($PSHOME, 'Modules', 'Microsoft.PowerShell.PSResourceGet'))
. (Join-Path $PSScriptRoot 'Nupkg.ps1')
. (Join-Path $PSScriptRoot 'Sbom.ps1')

$manifest = Import-PowerShellDataFile -LiteralPath (Join-Path $Module 'Wfbss.Reports.psd1')
Write-Sbom -Module $Module -Version $manifest.ModuleVersion -Project $Project

$packed = New-Item -ItemType Directory -Path ([System.IO.Path]::GetTempPath()) -Name ([guid]::NewGuid())
try {
    $package = Compress-PSResource -Path $Module -DestinationPath $packed.FullName -PassThru
    $target = Join-Path (New-Item -ItemType Directory -Path $Destination -Force).FullName $package.Name
    Copy-Package -Path $package.FullName -Destination $target -CmdletName $manifest.CmdletsToExport
    # A statement about the package is made of it, without unpacking.
    Copy-Item -LiteralPath (Join-Path $Module 'Wfbss.Reports.cdx.json') -Destination ([System.IO.Path]::ChangeExtension($target, '.cdx.json'))
} finally {
    Remove-Item -LiteralPath $packed.FullName -Recurse -Force
}
"$target`nSHA-256 $((Get-FileHash -LiteralPath $target -Algorithm SHA256).Hash)"
