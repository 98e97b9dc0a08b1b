<#
.SYNOPSIS
Gives every customer the weekly report that it does not have yet, and keeps a record of what happened to each.

.DESCRIPTION
Made to be run without anybody watching: by a scheduled task, a container or a CI job. Customers that have a report of
that name are left alone, so it can run as often as you like. If it is killed, the next run on the same day goes on
where it stopped: the journal says what was done, and what was in doubt is read back before anything is sent again.
The script fails if any customer failed, after all were tried. It runs in Windows PowerShell 5.1 and in PowerShell 7.

.PARAMETER Folder
Where the journal and the results of each day go. They name your customers, and hold no secret.

.PARAMETER Recipient
Who gets the reports by e-mail.

.PARAMETER Credential
The key pair: user name = access token, password = secret key. Without it, the environment variables
WFBSS_ACCESS_TOKEN, WFBSS_SECRET_KEY and WFBSS_BASE_URI are used.

.PARAMETER BaseUri
The SMPI URL that the console shows beside the key pair, if it is not https://cspi.trendmicro.com.

.EXAMPLE
./WeeklyRun.ps1 -Folder ./runs -Recipient soc@example.com
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string[]] $Recipient,

    [pscredential] $Credential,

    [uri] $BaseUri
)

$ErrorActionPreference = 'Stop'
Import-Module -Name Wfbss.Reports

# .NET would look for a relative path where the process was started, and not where the prompt is.
$Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Folder)
$null = [System.IO.Directory]::CreateDirectory($Folder)
$day = [datetime]::Now.ToString('yyyy-MM-dd')
$report = @{
    Name        = 'Weekly security'
    DayOfWeek   = 'Monday'
    At          = '08:00'
    Content     = 'VirusSummary', 'Top5DevicesWithVirusDetections', 'SpywareGraywareSummary'
    Recipient   = $Recipient
    JournalPath = [System.IO.Path]::Combine($Folder, "$day.journal")
}

$connection = @{}
if ($Credential) { $connection.Credential = $Credential }
if ($BaseUri) { $connection.BaseUri = $BaseUri }
Connect-Wfbss @connection
$results = $null
try {
    # Continue: one customer's error must not stop the others. FailAtEnd turns them into a failure once all were tried.
    Get-WfbssCustomer |
        New-WfbssScheduledReport @report -SkipExisting -FailAtEnd -ErrorAction Continue -OutVariable results |
        Out-Null
} finally {
    Disconnect-Wfbss
    if ($results) {
        $results | Export-Csv -Path ([System.IO.Path]::Combine($Folder, "$day.csv")) -Append -NoTypeInformation -Encoding UTF8
    }
}
