<#
.SYNOPSIS
A tour of Wfbss.Reports. It creates reports for every customer that it sees, so it runs on the sandbox only:
dotnet run --project src/Wfbss.Reports.Quickstart
#>
if (-not ([uri] $env:WFBSS_BASE_URI).IsLoopback) { throw 'This tour is for the sandbox.' }

# 1. Connect. The key pair comes from the environment here; -Credential takes one from a vault.
Connect-Wfbss -PassThru

# 2. The customers, page by page as they are wanted.
$customers = Get-WfbssCustomer
$customers
"$($customers.Count) customers"

# 3. What a report can contain. Tab completes the names.
New-WfbssReportContent VirusSummary, Top5DevicesWithVirusDetections, Top10NetworkVirusesDetected

# 4. A rehearsal: -WhatIf names each batch, its customers and what would be sent, and sends nothing.
$customers[0..2] | New-WfbssScheduledReport -Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com -WhatIf

# 5. The real thing, for all customers and an id that the service does not know. Each comes out exactly once.
$unknown = [guid] 'dead0000-0000-4000-8000-000000000000'
$results = @($customers) + $unknown |
    New-WfbssScheduledReport -Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com -ErrorAction SilentlyContinue -ErrorVariable failures
$results

# 6. What did not succeed is an error too, with a stable id, the customer as target, and what to do about it.
foreach ($failure in $failures) { "{0}: {1}`n  -> {2}" -f $failure.FullyQualifiedErrorId, $failure, $failure.ErrorDetails.RecommendedAction }

# 7. Once more, the careful way: who has a report of that name is left alone. Nothing is created twice.
$again = $results | New-WfbssScheduledReport -Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com -SkipExisting -ErrorAction SilentlyContinue
'{0} skipped, {1} created' -f @($again | Where-Object Status -EQ Skipped).Count, @($again | Where-Object Status -EQ Done).Count

# 8. The same report as a definition in a file, for keeping in git.
$folder = [System.IO.Directory]::CreateTempSubdirectory('wfbss-quickstart-').FullName
$file = [System.IO.Path]::Combine($folder, 'weekly.json')
New-WfbssReportDefinition -Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com | Export-WfbssReportDefinition -Path $file
[System.IO.File]::ReadAllText($file)

# 9. Reports drift. One customer's moves to another time, and another's goes.
$drifted = $customers[0] | Set-WfbssScheduledReport -Name 'Weekly security' -At 17:30 -Content VirusSummary
$removed = $customers[1] | Remove-WfbssScheduledReport -Name 'Weekly security' -Force
$drifted, $removed

# 10. Compare tells it, customer by customer.
$customers[0..3] | Compare-WfbssScheduledReport -Definition (Import-WfbssReportDefinition -Path $file)

# 11. Sync mends it, and changes nothing else.
$synced = Import-WfbssReportDefinition -Path $file | Sync-WfbssScheduledReport -CustomerId $customers -ErrorAction SilentlyContinue
$synced | Where-Object Action -NE None

# 12. A second Sync right after it finds nothing to do.
$again = Import-WfbssReportDefinition -Path $file | Sync-WfbssScheduledReport -CustomerId $customers -ErrorAction SilentlyContinue
'{0} changed' -f @($again | Where-Object Action -NE None).Count

# 13. One page for the service manager: open it in a browser.
(Export-WfbssReportOverview -Path ([System.IO.Path]::Combine($folder, 'overview.html')) -Result $results -Force -PassThru).FullName

# 14. Forget the session, and wipe its key.
Disconnect-Wfbss
