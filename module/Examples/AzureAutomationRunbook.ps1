<#
.SYNOPSIS
An Azure Automation runbook (PowerShell 7.4) that gives every customer a weekly report.

.DESCRIPTION
Before: add Wfbss.Reports to the account's modules, and a credential asset (user name = access token, password = secret
key). A cloud job is stopped after three hours, so the run starts no new batch after two and three quarters, says which
customers were not attempted, and fails; the next job goes on with them, because customers that have the report are left
alone. A journal also says what happened in a job that was killed. It must outlive the job, so it takes storage that stays
mounted: the disk of a hybrid worker, or a file share mounted there.

.PARAMETER AssetName
The name of the credential asset.

.PARAMETER JournalPath
The journal, on storage that outlives the job. Take a new file when you change the report: a journal belongs to one.
Without it, the job keeps none.

.PARAMETER Recipient
Who gets the reports by e-mail. In the portal, more than one is given as ['a@example.com', 'b@example.com'].

.PARAMETER BaseUri
The SMPI URL that the console shows beside the key pair.
#>
[CmdletBinding()]
param(
    [string] $AssetName = 'wfbss',

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
        MaxDuration = '02:45:00'
    }
    if ($JournalPath) { $report.JournalPath = $JournalPath }

    # The errors go to the job's error stream, one for each customer; FailAtEnd makes the job show as failed.
    Get-WfbssCustomer |
        New-WfbssScheduledReport @report -SkipExisting -FailAtEnd -ErrorAction Continue |
        ForEach-Object { '{0} {1}: {2} {3}' -f $_.CustomerId, $_.CustomerName, $_.Status, $_.Message }
} finally {
    Disconnect-Wfbss
}
