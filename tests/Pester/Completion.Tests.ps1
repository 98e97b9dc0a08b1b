param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration
    $script:customers = Get-WfbssCustomer

    function Get-Completion([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

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
