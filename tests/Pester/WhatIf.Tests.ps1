param([string] $Configuration = 'Debug')

BeforeDiscovery {
    # Every command that writes, with a write that would be done. $mine has one report, $free has none.
    $script:commands = @(
        @{ Name = 'New-WfbssScheduledReport'; Says = "Create 'Weekly security' \(Monday 08:00, Virus Summary, to nobody\) for 1 customer: .*{0}"; Do = { $free | New-WfbssScheduledReport @report @With } }
        @{ Name = 'Set-WfbssScheduledReport'; Says = "Change report \d+ 'Kept' of {1}: At: .*, not 09:30"; Do = { $mine | Set-WfbssScheduledReport -Name Kept -At 09:30 -Content VirusSummary @With } }
        @{ Name = 'Remove-WfbssScheduledReport'; Says = "Remove .*'Kept'.*{1}"; Do = { $mine | Remove-WfbssScheduledReport -Name Kept @With } }
        @{ Name = 'Sync-WfbssScheduledReport'; Says = "{0}.*[Cc]reate .*'Weekly security'"; Do = { $free | Sync-WfbssScheduledReport -Definition $definition @With } }
        @{ Name = 'Sync-WfbssScheduledReport -RemoveUnmanaged'; Says = "{1}.*[Rr]emove .*'Kept'"; Do = { $mine | Sync-WfbssScheduledReport -Definition $definition -RemoveUnmanaged @With } }
        @{ Name = 'Invoke-WfbssRequest'; Says = 'DELETE.*report\?cids={2}&rtid=\d+'; Do = { Invoke-WfbssRequest report -Method DELETE -Query ([ordered]@{ cids = $mine; rtid = $kept }) @With } }
    )
}

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration
    $script:free, $script:mine = Get-WfbssCustomer | Select-Object -First 2
    $script:report = @{ Name = 'Weekly security'; DayOfWeek = 'Monday'; At = '08:00'; Content = 'VirusSummary' }
    $script:definition = New-WfbssReportDefinition @report

    # Both customers as they are to be, whatever a test has done to them.
    function Initialize-Customer {
        $free, $mine | Remove-WfbssScheduledReport -Name * -Force -ErrorAction Ignore
        $script:kept = ($mine | New-WfbssScheduledReport -Name Kept -DayOfMonth 5 -At 06:30 -Content VirusSummary).ReportId
        $script:With = @{}
    }

    # Does it with parameters of its own.
    function Invoke-With([hashtable] $With) { & $Do }

    # Does it, and gives what came out, what the console showed, and what the sandbox noticed.
    function Invoke-Write([scriptblock] $Do, [hashtable] $With = @{}) {
        $before = Get-SandboxChange -Sandbox $sandbox
        $requests = Get-SandboxRequestCount -Sandbox $sandbox
        $transcript = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
        $null = Start-Transcript -LiteralPath $transcript -WhatIf:$false
        try { $output = & $Do } finally { $null = Stop-Transcript -WhatIf:$false }
        [pscustomobject]@{
            Output  = @($output)
            Said    = (Get-Content -LiteralPath $transcript) -join "`n"
            Changes = (Get-SandboxChange -Sandbox $sandbox) - $before
            Writes  = @(Get-SandboxRequest -Sandbox $sandbox -After $requests | Where-Object Method -NE GET).Count
        }
    }
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

Describe '<Name>' -ForEach $script:commands {
    BeforeEach { Initialize-Customer }

    It 'sends no write with -WhatIf, and says what it would do' {
        $run = Invoke-Write $Do @{ WhatIf = $true }
        $run.Writes | Should -Be 0
        $run.Changes | Should -Be 0
        $run.Output | Should -BeNullOrEmpty
        ($run.Said -replace '\s+', ' ') | Should -Match ('What if: .*' + ($Says -f [regex]::Escape($free.Name), [regex]::Escape($mine.Name), $mine.CustomerId))
    }

    It 'obeys $WhatIfPreference' {
        $WhatIfPreference = $true
        $run = Invoke-Write $Do
        $WhatIfPreference = $false
        $run.Writes | Should -Be 0
        $run.Changes | Should -Be 0
        $run.Said | Should -Match 'What if: '
    }

    It 'does it with -WhatIf:$false, whatever $WhatIfPreference says' {
        $WhatIfPreference = $true
        $before = Get-SandboxChange -Sandbox $sandbox
        $null = Invoke-With @{ WhatIf = $false; Confirm = $false }
        $WhatIfPreference = $false
        (Get-SandboxChange -Sandbox $sandbox) - $before | Should -BeGreaterThan 0
    }

    It 'does it without a question with -Confirm:$false' {
        $run = Invoke-Write $Do @{ Confirm = $false }
        $run.Changes | Should -BeGreaterThan 0
        $run.Said | Should -Not -Match 'Are you sure|What if'
    }

    It 'asks with -Confirm, so that nobody to answer is an error and nothing is sent' {
        $before = Get-SandboxChange -Sandbox $sandbox
        { Invoke-With @{ Confirm = $true } } | Should -Throw -ExpectedMessage '*NonInteractive*'
        (Get-SandboxChange -Sandbox $sandbox) - $before | Should -Be 0
    }

    It 'does it without a question if $ConfirmPreference is None' {
        $ConfirmPreference = 'None'
        $before = Get-SandboxChange -Sandbox $sandbox
        $null = & $Do
        (Get-SandboxChange -Sandbox $sandbox) - $before | Should -BeGreaterThan 0
    }
}

Describe 'Without any preference' {
    BeforeEach { Initialize-Customer }

    It '<Name> <What>' -ForEach @(
        $script:commands | ForEach-Object {
            $asks = $_.Name -like 'Remove-*' -or $_.Name -like '*-RemoveUnmanaged'
            $_ + @{ Asks = $asks; What = if ($asks) { 'asks before it removes' } else { 'does not ask' } }
        }
    ) {
        $before = Get-SandboxChange -Sandbox $sandbox
        if ($Asks) { { & $Do } | Should -Throw -ExpectedMessage '*NonInteractive*' } else { $null = & $Do }
        (Get-SandboxChange -Sandbox $sandbox) -gt $before | Should -Be (-not $Asks)
    }

    It '<Name> does not ask with -Force' -ForEach @($script:commands | Where-Object Name -Match '^Remove-|-RemoveUnmanaged') {
        $before = Get-SandboxChange -Sandbox $sandbox
        $null = Invoke-With @{ Force = $true }
        (Get-SandboxChange -Sandbox $sandbox) - $before | Should -BeGreaterThan 0
    }
}
