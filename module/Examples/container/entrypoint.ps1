<#
.SYNOPSIS
What the container runs: WeeklyRun.ps1 of the installed module, with the key pair from the environment.

.PARAMETER Recipient
Who gets the reports by e-mail.

.PARAMETER Folder
The volume for journals and results.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string[]] $Recipient,

    [string] $Folder = '/runs'
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Wfbss.Reports
& ([System.IO.Path]::Combine((Get-Module -Name Wfbss.Reports).ModuleBase, 'Examples', 'WeeklyRun.ps1')) -Folder $Folder -Recipient $Recipient
