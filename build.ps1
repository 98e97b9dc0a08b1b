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
docs. Bench runs the benchmarks. Package makes the package for the PowerShell Gallery in out. Reproduce makes it in two
clones and compares them. Several are run in the order given; `pwsh -File` hands them over as one text, with commas.

.PARAMETER Configuration
Debug or Release. Package and Reproduce are always Release and refuse Debug; all else is Debug where nothing is said.

.EXAMPLE
./build.ps1 -Task Build, Pester

.EXAMPLE
pwsh -File build.ps1 -Task Build,Pester
#>
[CmdletBinding()]
param(
    [ArgumentCompletions('Build', 'Test', 'Pester', 'Analyze', 'Docs', 'Bench', 'Package', 'Reproduce')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location -LiteralPath $PSScriptRoot

$known = 'Build', 'Test', 'Pester', 'Analyze', 'Docs', 'Bench', 'Package', 'Reproduce'
$names = foreach ($name in @($Task -split ',').Trim()) {
    if ($name -notin $known) { throw "There is no task '$name'. The tasks are $($known -join ', ')." }
    # As the file of the task is called.
    $known -eq $name
}

foreach ($name in $names) {
    $default = $name -in 'Package', 'Reproduce' ? 'Release' : 'Debug'
    & ([System.IO.Path]::Combine($PSScriptRoot, 'tools', "$name.ps1")) -Configuration ($Configuration ? $Configuration : $default)
}
