#!/usr/bin/env pwsh
#Requires -Version 7.4

<#
.SYNOPSIS
Runs a task of the repository. `dotnet build` and `dotnet test` do without it; this is for what needs a real pwsh.

.DESCRIPTION
Each task is a thin front for a tool: the .NET SDK, Pester, PSScriptAnalyzer or Microsoft.PowerShell.PlatyPS, which have
to be installed.

.PARAMETER Task
Build assembles the module in out/Wfbss.Reports. Test runs `dotnet test`. Pester runs tests/Pester against the assembled
module. Analyze runs PSScriptAnalyzer over every script and the manifest. Docs makes the MAML help from the pages in
docs. Bench runs the benchmarks. Package makes the package for the PowerShell Gallery in out.

.PARAMETER Configuration
Debug or Release.

.EXAMPLE
./build.ps1 -Task Build, Pester
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Pester', 'Analyze', 'Docs', 'Bench', 'Package')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location -LiteralPath $PSScriptRoot

foreach ($name in $Task) {
    & ([System.IO.Path]::Combine($PSScriptRoot, 'tools', "$name.ps1")) -Configuration $Configuration
}
