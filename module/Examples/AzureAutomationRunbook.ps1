<#
.SYNOPSIS
An Azure Automation runbook (PowerShell 7.4) that gives every customer a weekly report.

.DESCRIPTION
Before: add Wfbss.Reports to the account's modules, and a credential asset (user name = access token, password = secret
key). A cloud job is stopped after three hours, so the run starts no new batch after two and three quarters, says which
customers were not attempted, and fails; the next job, with the same journal, goes on with them. The journal must outlive
the job: put it on a hybrid worker's disk, or on a mounted file share.

.PARAMETER AssetName
The name of the credential asset.

.PARAMETER JournalPath
The journal, on storage that outlives the job.

.PARAMETER Recipient
Who gets the reports by e-mail.

.PARAMETER BaseUri
The SMPI URL that the console shows beside the key pair.
#>
[CmdletBinding()]
param(
    [string] $AssetName = 'wfbss',

    [Parameter(Mandatory)]
    [string] $JournalPath,

    [Parameter(Mandatory)]
    [string[]] $Recipient,

    [uri] $BaseUri = 'https://cspi.trendmicro.com'
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Wfbss.Reports

Connect-Wfbss -Credential (Get-AutomationPSCredential -Name $AssetName) -BaseUri $BaseUri
try {
    $report = @{
        Name        = 'Weekly security'
        DayOfWeek   = 'Monday'
        At          = '08:00'
        Content     = 'VirusSummary', 'SpywareGraywareSummary'
        Recipient   = $Recipient
        JournalPath = $JournalPath
        MaxDuration = '02:45:00'
    }

    # The errors go to the job's error stream, one for each customer; FailAtEnd makes the job show as failed.
    Get-WfbssCustomer |
        New-WfbssScheduledReport @report -SkipExisting -FailAtEnd -ErrorAction Continue |
        ForEach-Object { '{0} {1}: {2} {3}' -f $_.CustomerId, $_.CustomerName, $_.Status, $_.Message }
} finally {
    Disconnect-Wfbss
}
