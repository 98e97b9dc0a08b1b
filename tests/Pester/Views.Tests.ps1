param([string] $Configuration = 'Debug')

BeforeDiscovery {
    # What each kind of output has to show in a console of 80 columns, of which it uses 79.
    $script:kinds = @(
        @{ Kind = 'Customer'; Narrow = 'Name', 'CustomerId'; Wide = 'License', 'Seats', 'Expires' }
        @{ Kind = 'CustomerGroup'; Narrow = 'Customer', 'GroupId', 'Type', 'Name'; Wide = @() }
        @{ Kind = 'ReportContent'; Narrow = 'Number', 'Name', 'Title'; Wide = @() }
        @{ Kind = 'ReportDefinition'; Narrow = 'Name', 'Schedule', 'Enabled', 'Contents'; Wide = @('Recipients') }
        @{ Kind = 'DefinitionFileProblem'; Narrow = 'File', 'Line', 'Property', 'Message'; Wide = @() }
        @{ Kind = 'ScheduledReportResult'; Narrow = 'Customer', 'ReportName', 'ReportId', 'Status'; Wide = @('Message') }
        @{ Kind = 'ScheduledReport'; Narrow = 'Customer', 'ReportId', 'Name', 'Schedule'; Wide = 'Enabled', 'Recipients' }
        @{ Kind = 'ReportComparison'; Narrow = 'Customer', 'ReportName', 'ReportId', 'State'; Wide = @('Differences') }
        @{ Kind = 'SyncResult'; Narrow = 'Customer', 'ReportName', 'Action', 'Status'; Wide = 'ReportId', 'Message' }
        @{ Kind = 'JournalRecord'; Narrow = 'At', 'Kind', 'Customers', 'Status'; Wide = 'ReportId', 'Message' }
        @{ Kind = 'WfbssSession'; Narrow = 'Id', 'BaseUri', 'AccessToken', 'Version'; Wide = 'ClockSkew', 'IsOpen' }
    )
}

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration -Option --full, 1
    $script:rendering = $PSStyle.OutputRendering

    $report = @{ Name = 'Weekly security'; At = '08:00'; Content = (New-WfbssReportContent -All | Select-Object -First 6); Recipient = 'soc@example.com' }
    $script:journal = Join-Path $TestDrive 'weekly.journal'
    $file = Join-Path $TestDrive 'wrong.json'
    '{ "name": "x*", "schedule": { "weekly": "Mondy", "at": "25:00" }, "contents": ["Virus"] }' | Set-Content -LiteralPath $file
    $script:unknown = [guid]::NewGuid().ToString().ToUpperInvariant()
    $customers = Get-WfbssCustomer
    $definition = New-WfbssReportDefinition @report -DayOfWeek Tuesday
    $script:shown = @{
        Customer              = $customers
        CustomerGroup         = $customers[0] | Get-WfbssCustomerGroup
        ReportContent         = $report.Content
        ReportDefinition      = $definition
        DefinitionFileProblem = Test-WfbssReportDefinition -Path $file -Detailed
        ScheduledReportResult = @($customers) + $unknown | New-WfbssScheduledReport @report -DayOfWeek Monday -JournalPath $journal -ErrorAction Ignore
        ScheduledReport       = $customers | Get-WfbssScheduledReport
        ReportComparison      = @($customers) + $unknown | Compare-WfbssScheduledReport -Definition $definition -ErrorAction Ignore
        SyncResult            = @($customers) + $unknown | Sync-WfbssScheduledReport -Definition $definition -ErrorAction Ignore
        JournalRecord         = Get-WfbssJournal -Path $journal
        WfbssSession          = Get-WfbssSession
    }

    # What a console of the width shows, without colours and empty lines.
    function Get-Line($InputObject, [int] $Width = 119) {
        $PSStyle.OutputRendering = 'PlainText'
        $InputObject | Out-String -Width $Width -Stream | Where-Object { $_.Trim() }
    }

    # What a console that has colours shows.
    function Get-ColouredText($InputObject) {
        $PSStyle.OutputRendering = 'Ansi'
        $InputObject | Out-String -Width 119
    }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Close-TestSandbox -Sandbox $script:sandbox
}

Describe 'The table of <Kind>' -Tag Core -ForEach $script:kinds {
    It 'fits 120 columns, and has <Narrow> <Wide>' {
        $lines = Get-Line $shown[$Kind]
        $lines[0].Trim() -split '\s+' | Should -Be (@($Narrow) + $Wide)
        $lines | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 119 }
    }

    It 'has <Narrow> in 80 columns' {
        $lines = Get-Line $shown[$Kind] -Width 79
        $lines[0].Trim() -split '\s+' | Should -Be $Narrow
        $lines | ForEach-Object { $_.TrimEnd().Length | Should -BeLessOrEqual 79 }
    }
}

Describe 'The list of <Kind>' -Tag Core -ForEach $script:kinds {
    It 'shows every property' {
        $one = $shown[$Kind] | Select-Object -First 1
        $one | Should -Not -BeNullOrEmpty
        $text = Get-Line ($one | Format-List)
        foreach ($property in $one.PSObject.Properties.Name) { $text -match "^$property +:" | Should -HaveCount 1 -Because $property }
    }

    It 'shows what lists have to their end' {
        $shown[$Kind] | Should -Not -BeNullOrEmpty
        foreach ($property in $shown[$Kind][0].PSObject.Properties | Where-Object { $_.Value -is [System.Collections.IList] }) {
            $words = $property.Value | ForEach-Object { "$_" }
            $text = (Get-Line ($shown[$Kind][0] | Format-List)) -replace '\s+' -join ''
            foreach ($word in $words) { $text | Should -Match ([regex]::Escape($word -replace '\s+')) }
        }
    }
}

Describe 'What matters' -Tag Core {
    It 'is not cut in 80 columns: <Kind> <Property>' -ForEach @(
        @{ Kind = 'ScheduledReportResult'; Property = 'Status' }
        @{ Kind = 'SyncResult'; Property = 'Status' }
        @{ Kind = 'ReportComparison'; Property = 'State' }
        @{ Kind = 'JournalRecord'; Property = 'Status' }
        @{ Kind = 'Customer'; Property = 'CustomerId' }
    ) {
        $text = (Get-Line $shown[$Kind] -Width 79) -join "`n"
        $values = $shown[$Kind].$Property | Where-Object { $_ } | Sort-Object -Unique
        $values.Count | Should -BeGreaterThan 1
        foreach ($value in $values) { $text | Should -Match "\b$value\b" }
    }

    It 'is the name of a customer, or the id of one that has none' {
        $lines = Get-Line $shown.ScheduledReportResult
        $lines[2] | Should -Match "^$([regex]::Escape($shown.Customer[0].Name)) "
        $lines[-1] | Should -Match "^$unknown "
    }

    It 'is said of a report where the service does not show it' {
        (Get-Line ($shown.ScheduledReport[0] | Format-List)) -match '^Contents' | Should -Match '\(not shown\)'
    }

    It 'is a message about a file, to its end' {
        $text = (Get-Line $shown.DefinitionFileProblem -Width 79) -replace '\s+' -join ''
        $text | Should -Match 'Didyoumean'
        $text | Should -Not -Match ([char] 0x2026)
    }
}

Describe 'Colour' -Tag Core {
    BeforeDiscovery { $script:withStatus = 'ScheduledReportResult', 'SyncResult', 'JournalRecord', 'ReportComparison' }

    It 'marks the status of what failed, and of nothing else, in <_>' -ForEach $script:withStatus {
        $marked = [regex]::Matches((Get-ColouredText $shown[$_]), '\x1b\[[\d;]+m(?<word>[A-Z]\w+)\x1b\[0m') | ForEach-Object { $_.Groups['word'].Value }
        $marked | Should -Contain 'NotReturned'
        # Headers are coloured too.
        $marked | Should -Not -Contain 'Done'
        $marked | Should -Not -Contain 'Same'
    }

    It 'is nowhere if the host has none: <_>' -ForEach $script:withStatus {
        $text = (Get-Line $shown[$_]) -join ''
        $text | Should -Match 'NotReturned'
        $text | Should -Not -Match '\x1b'
    }

    It 'is in what a process of its own writes <When>' -ForEach @(
        @{ When = 'by itself'; NoColor = $null; Coloured = $true }
        @{ When = 'not with NO_COLOR'; NoColor = '1'; Coloured = $false }
    ) {
        $before = $env:NO_COLOR, $env:TERM
        try {
            $env:NO_COLOR, $env:TERM = $NoColor, 'xterm'
            $script = "Import-Module '$ModulePath'; Get-WfbssJournal '$journal'"
            $said = (Invoke-TestPwsh -Command $script).Said -join "`n"
            $said | Should -Match 'NotReturned'
            $said -match '\x1b\[[\d;]*mNotReturned' | Should -Be $Coloured
            $said -match '\x1b' | Should -Be $Coloured
        } finally {
            $env:NO_COLOR, $env:TERM = $before
        }
    }
}
