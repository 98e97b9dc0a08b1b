<#
.SYNOPSIS
Runs a script as if it was typed: shows its comments, and each command before its output. The first error ends it.

.PARAMETER Path
The script.
#>
[CmdletBinding()]
param([Parameter(Mandatory)] [string] $Path)

$ErrorActionPreference = 'Stop'

# The variables here have a scope of their own, so that the script's cannot get in their way.
function Get-Step([string] $Path) {
    $tokens = $errors = $null
    $script = [System.Management.Automation.Language.Parser]::ParseFile((Convert-Path -LiteralPath $Path), [ref] $tokens, [ref] $errors)
    if ($errors) { throw "$Path, line $($errors[0].Extent.StartLineNumber): $($errors[0].Message)" }

    $end = 0
    foreach ($statement in $script.EndBlock.Statements) {
        $extent = $statement.Extent
        $comments = $tokens | Where-Object { $_.Kind -eq 'Comment' -and $_.Extent.StartOffset -ge $end -and $_.Extent.EndOffset -le $extent.StartOffset }
        [pscustomobject] @{ Comments = $comments.Text; Command = $extent.Text }
        $end = $extent.EndOffset
    }
}

function Show-Step([psobject] $Step) {
    if ($Step.Comments) { $Host.UI.WriteLine() }
    foreach ($comment in $Step.Comments) { $Host.UI.WriteLine($comment) }
    $Host.UI.WriteLine('PS> ' + ($Step.Command -split '\r?\n' -join "`n>> "))
}

Get-Step -Path $Path | ForEach-Object {
    Show-Step $_
    # Each on its own, as at the prompt: what a command writes has its own table.
    $command = [scriptblock]::Create($_.Command)
    # A pipe or a file has no width; pwsh would take 80 columns, and leave out those of a table that do not fit.
    if ([Console]::IsOutputRedirected) { . $command | Out-String -Stream -Width 140 } else { . $command | Out-Default }
}
