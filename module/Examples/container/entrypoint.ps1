<#
.SYNOPSIS
What the container runs: WeeklyRun.ps1 of the installed module, with the key pair from the environment.

.PARAMETER Recipient
Who gets the reports by e-mail: all that stands after the image's name.

.PARAMETER Folder
The volume for journals and results.
#>
[CmdletBinding(PositionalBinding = $false)]
param(
    # A command line has no arrays: pwsh -File would hand over 'a,b' as one text.
    [Parameter(Mandatory, ValueFromRemainingArguments)]
    [string[]] $Recipient,

    [string] $Folder = '/runs'
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Wfbss.Reports
& ([System.IO.Path]::Combine((Get-Module -Name Wfbss.Reports).ModuleBase, 'Examples', 'WeeklyRun.ps1')) -Folder $Folder -Recipient $Recipient
