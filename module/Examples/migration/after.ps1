<#
.SYNOPSIS
before.ps1, with the module: all pages, ten customers a call, five calls at once, and one outcome for each customer.
#>
[CmdletBinding()]
param()

Import-Module -Name Wfbss.Reports
Connect-Wfbss

# -SkipExisting leaves alone who has the report already, so running it again is safe.
Get-WfbssCustomer |
    New-WfbssScheduledReport -Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com -SkipExisting

Disconnect-Wfbss
