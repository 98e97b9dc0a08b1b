param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration
    $script:customers = Get-WfbssCustomer
    $script:results = @($customers) + 'nonsense' |
        New-WfbssScheduledReport -Name 'Weekly security' -DayOfWeek Monday -At 08:00 -Content VirusSummary -ErrorAction Ignore

    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }

    function Get-Line($InputObject) {
        $InputObject | Out-String -Width 120 -Stream | ForEach-Object { $_ -replace '\x1b\[[\d;]*m' } | Where-Object { $_.Trim() }
    }
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

Describe 'Tables' {
    It 'of results show customer and status in 120 columns' {
        $lines = Get-Line ($results | Format-Table)
        $lines[0].Trim() -split '\s+' | Should -Be 'Customer', 'ReportName', 'ReportId', 'Status', 'Message'
        $lines | Should -HaveCount ($results.Count + 2)
        $lines[2] | Should -Match "^$([regex]::Escape($results[0].CustomerName)) .* Done"
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 120 }
    }

    It 'of customers show the whole id' {
        (Get-Line ($customers[0] | Format-Table))[2] | Should -Match $customers[0].CustomerId
    }
}

Describe 'Lists' {
    It 'of results show everything' {
        $text = (Get-Line ($results[0] | Format-List)) -join "`n"
        foreach ($property in $results[0].PSObject.Properties.Name) { $text | Should -Match "(?m)^$property\s+:" }
    }
}

Describe 'Completion' {
    It 'offers contents with their title' {
        $offered = Get-Completion 'New-WfbssReportContent Virus'
        $offered.CompletionText | Should -Contain 'VirusSummary'
        ($offered | Where-Object CompletionText -EQ VirusSummary).ToolTip | Should -Match 'Virus Summary'
    }

    It 'offers days' {
        (Get-Completion 'New-WfbssScheduledReport -DayOfWeek M').CompletionText | Should -Be 'Monday'
    }

    It 'offers the ids of customers by a part of their name' {
        $customer = $customers[0]
        $word = ($customer.Name -split '\W+')[0]
        $offered = Get-Completion "New-WfbssScheduledReport -CustomerId $word"
        $offered.CompletionText | Should -Contain $customer.CustomerId
        ($offered | Where-Object CompletionText -EQ $customer.CustomerId).ToolTip | Should -Be $customer.Name
    }

    It 'offers statuses and versions of the interface' {
        (Get-Completion 'Get-WfbssJournal x -Status NotA').CompletionText | Should -Be 'NotAttempted'
        (Get-Completion 'Connect-Wfbss -ApiVersion v2.').CompletionText | Should -Contain 'v2.8'
    }

    It 'offers sessions' {
        (Get-Completion 'Get-WfbssCustomer -Session ').CompletionText | Should -Contain '(Get-WfbssSession)'
    }

    It 'offers the parameters of <_>' -ForEach @('New-WfbssScheduledReport', 'New-WfbssReportDefinition') {
        (Get-Completion "$_ -").CompletionText | Should -Contain '-DayOfMonth'
    }
}
