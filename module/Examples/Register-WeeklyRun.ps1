<#
.SYNOPSIS
Registers a Windows scheduled task that runs WeeklyRun.ps1 every Sunday night, in Windows PowerShell 5.1.

.DESCRIPTION
Run it once, in Windows PowerShell, as the account that the task will use: the key pair is stored with Export-Clixml,
which encrypts it for this account on this machine, and nobody else can read it.

.PARAMETER Folder
Where the key pair, the journals and the results go.

.PARAMETER Recipient
Who gets the reports by e-mail.

.PARAMETER Credential
The key pair: user name = access token, password = secret key.

.EXAMPLE
.\Register-WeeklyRun.ps1 -Folder C:\ProgramData\Wfbss -Recipient soc@example.com -Credential (Get-Credential)
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string[]] $Recipient,

    [Parameter(Mandatory)]
    [pscredential] $Credential
)

$ErrorActionPreference = 'Stop'
$keyFile = Join-Path -Path $Folder -ChildPath 'key.xml'
$script = Join-Path -Path $PSScriptRoot -ChildPath 'WeeklyRun.ps1'

function ConvertTo-Literal([string] $Text) { "'" + $Text.Replace("'", "''") + "'" }

$recipients = ($Recipient | ForEach-Object { ConvertTo-Literal -Text $_ }) -join ', '
$command = '& {0} -Folder {1} -Recipient {2} -Credential (Import-Clixml -LiteralPath {3})' -f
(ConvertTo-Literal -Text $script), (ConvertTo-Literal -Text $Folder), $recipients, (ConvertTo-Literal -Text $keyFile)

if ($PSCmdlet.ShouldProcess("$Folder and the scheduled task 'Wfbss weekly run'", 'Store the key pair and register')) {
    $null = New-Item -Path $Folder -ItemType Directory -Force
    $Credential | Export-Clixml -LiteralPath $keyFile

    $encoded = [Convert]::ToBase64String([System.Text.Encoding]::Unicode.GetBytes($command))
    $action = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument "-NoProfile -NonInteractive -EncodedCommand $encoded"
    $trigger = New-ScheduledTaskTrigger -Weekly -DaysOfWeek Sunday -At 23:00
    # One at a time: a second run would only find the journal in use.
    $settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -StartWhenAvailable
    Register-ScheduledTask -TaskName 'Wfbss weekly run' -Action $action -Trigger $trigger -Settings $settings
} else {
    $command
}
