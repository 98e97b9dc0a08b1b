# Brings the pages in docs/en-US up to date with the cmdlets of the assembled module (syntax and tables of parameters; the
# prose is left alone), and makes the help file in module/en-US from them. The same pages always make the same bytes.
param(
    [string] $Configuration,

    # Where docs and module are; the assembled module is always that of this repository.
    [string] $Root = (Split-Path -Parent $PSScriptRoot)
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.3
. ([System.IO.Path]::Combine($PSScriptRoot, 'docs', 'Page.ps1'))
. ([System.IO.Path]::Combine($PSScriptRoot, 'docs', 'Maml.ps1'))

Write-Verbose "Help is the same in $Configuration."
$assembled = [System.IO.Path]::Combine((Split-Path -Parent $PSScriptRoot), 'out', 'Wfbss.Reports', 'Wfbss.Reports.psd1')
if (-not (Test-Path -LiteralPath $assembled)) { throw 'There is no assembled module: run dotnet build first.' }

# A copy without help: PlatyPS would mix what Get-Help shows into the pages.
$copy = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()) -AdditionalChildPath 'Wfbss.Reports'
Copy-Item -LiteralPath (Split-Path -Parent $assembled) -Destination $copy -Recurse
Remove-Item -LiteralPath (Join-Path $copy 'en-US') -Recurse -ErrorAction Ignore
$module = Import-Module -Name (Join-Path $copy 'Wfbss.Reports.psd1') -PassThru

$pages = [System.IO.Path]::Combine($Root, 'docs', 'en-US')
$commands = $module.ExportedCmdlets.Values | Sort-Object -Property Name
$commands | ForEach-Object { Sync-Page -Command $_ -Folder $pages }

$placeholders = Select-String -Path (Join-Path $pages '*.md') -Pattern '\{\{.*\}\}'
if ($placeholders) { throw "Text is missing:`n$($placeholders -join "`n")" }

$maml = [System.IO.Path]::Combine($Root, 'module', 'en-US', 'Wfbss.Reports.PowerShell.dll-Help.xml')
Write-MamlFile -Page ($commands | ForEach-Object { Join-Path $pages "$($_.Name).md" }) -Path $maml
"Help: $(@($commands).Count) pages."

# Windows keeps the assemblies until this process has ended.
Remove-Item -LiteralPath (Split-Path -Parent $copy) -Recurse -Force -ErrorAction Ignore
