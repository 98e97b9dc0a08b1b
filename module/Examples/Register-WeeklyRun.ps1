<#
.SYNOPSIS
Registers a Windows scheduled task that runs WeeklyRun.ps1 every Sunday night, in Windows PowerShell 5.1.

.DESCRIPTION
Run it once, in an elevated Windows PowerShell, as the account that the task will use: the key pair is stored with
Export-Clixml, which encrypts it for this account on this machine. Run it again to change something, or after a change of
the key or of the account's password. Copy it and WeeklyRun.ps1 to a folder of your own first, because an update of the
module moves its examples, and one that only administrators can write to, because the task runs what is there.

.PARAMETER Folder
Where the key pair, the journals and the results go. Take one that nobody else can read.

.PARAMETER Recipient
Who gets the reports by e-mail.

.PARAMETER Credential
The key pair: user name = access token, password = secret key.

.PARAMETER AccountPassword
The Windows password of this account. Windows keeps it, so that the task also runs while nobody is logged on. The account
needs the right to log on as a batch job, which administrators have.

.PARAMETER BaseUri
The SMPI URL that the console shows beside the key pair.

.EXAMPLE
.\Register-WeeklyRun.ps1 -Folder $env:LOCALAPPDATA\Wfbss -Recipient soc@example.com

Asks for the key pair and the password, so that neither is in the history of commands.

.EXAMPLE
.\Register-WeeklyRun.ps1 -Folder $env:LOCALAPPDATA\Wfbss -Recipient soc@example.com -WhatIf

Shows the command that the task would run.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string[]] $Recipient,

    [Parameter(Mandatory)]
    [pscredential] $Credential,

    [Parameter(Mandatory)]
    [securestring] $AccountPassword,

    [uri] $BaseUri = 'https://cspi.trendmicro.com'
)

$ErrorActionPreference = 'Stop'

# Any text as PowerShell reads it back: whole, and never as a command.
function ConvertTo-Literal([string] $Text) {
    "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($Text) + "'"
}

# A task starts in another folder than you do.
$Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
$keyFile = [System.IO.Path]::Combine($Folder, 'key.xml')
$values = @(
    ConvertTo-Literal -Text ([System.IO.Path]::Combine($PSScriptRoot, 'WeeklyRun.ps1'))
    ConvertTo-Literal -Text $Folder
    ($Recipient | ForEach-Object { ConvertTo-Literal -Text $_ }) -join ', '
    ConvertTo-Literal -Text $keyFile
    ConvertTo-Literal -Text $BaseUri
)
$command = '& {0} -Folder {1} -Recipient {2} -Credential (Import-Clixml -LiteralPath {3}) -BaseUri {4}' -f $values

if ($PSCmdlet.ShouldProcess("$keyFile and the scheduled task 'Wfbss weekly run'", 'Store the key pair and register')) {
    $null = [System.IO.Directory]::CreateDirectory($Folder)
    $Credential | Export-Clixml -LiteralPath $keyFile

    $argument = '-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -Command "{0}"' -f $command.Replace('"', '\"')
    $task = @{
        TaskName = 'Wfbss weekly run'
        Action   = New-ScheduledTaskAction -Execute 'powershell.exe' -Argument $argument
        Trigger  = New-ScheduledTaskTrigger -Weekly -DaysOfWeek Sunday -At 23:00
        # One at a time: a second run would only find the journal in use.
        Settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -StartWhenAvailable
        User     = '{0}\{1}' -f [System.Environment]::UserDomainName, [System.Environment]::UserName
        Password = [System.Net.NetworkCredential]::new('', $AccountPassword).Password
    }
    Register-ScheduledTask @task -Force
} else {
    $command
}
