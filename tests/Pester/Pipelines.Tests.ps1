param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force

    $script:sandbox = Open-TestSandbox -Configuration $Configuration -Option --customers, 120, --full, 2
    $script:customers = Get-WfbssCustomer
    $script:full = $customers | Where-Object { ($_ | Get-WfbssScheduledReport | Measure-Object).Count -eq 10 }
    $script:unknown = [guid]::NewGuid().ToString().ToUpperInvariant()

    # A report that nobody else has, so that tests do not meet.
    $script:number = 0
    function Get-Setting { @{ Name = "Report $(($script:number++))"; DayOfWeek = 'Monday'; At = '08:00'; Content = 'VirusSummary' } }
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

Describe 'Results' {
    BeforeAll {
        $script:setting = Get-Setting
        $script:results = @($customers[0..4]) + $full[0] + $unknown + 'nonsense' | New-WfbssScheduledReport @setting -ErrorAction Ignore
    }

    It 'are one for each input, in its order' {
        $results.CustomerId | Should -Be (@($customers[0..4].CustomerId) + $full[0].CustomerId + $unknown + 'nonsense')
    }

    It 'can be grouped by status' {
        $results | Group-Object -Property Status -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object |
            Should -Be 'Done 5', 'InvalidId 1', 'LimitError 1', 'NotReturned 1'
    }

    It 'can be sorted by customer, and by time' {
        ($results | Sort-Object -Property CustomerName -Descending)[0].CustomerName | Should -Be (($results.CustomerName | Sort-Object -Descending)[0])
        $times = ($results | Sort-Object -Property Elapsed).Elapsed
        $times | Should -Be ($results.Elapsed | Sort-Object { $_.Ticks })
    }

    It 'can be filtered by what failed, and by their status' {
        ($results | Where-Object -Not Succeeded).Status | Should -Be 'LimitError', 'NotReturned', 'InvalidId'
        $results | Where-Object Status -In Done, LimitError | Should -HaveCount 6
    }

    It 'can be counted and summed up' {
        ($results | Measure-Object).Count | Should -Be 8
        ($results | Measure-Object -Property Attempts -Sum).Sum | Should -Be 7
        ($results.Elapsed | Measure-Object -Property TotalSeconds -Maximum).Maximum | Should -BeGreaterThan 0
    }

    It 'are in JSON as a person expects them' {
        $json = $results | ConvertTo-Json | ConvertFrom-Json
        $json.Status | Should -Be $results.Status
        $json[0].ReportId | Should -Be $results[0].ReportId
        $json[5].ReportId | Should -BeNullOrEmpty
        $json[0].Succeeded | Should -BeTrue
        $json[0].Elapsed.TotalSeconds | Should -Be $results[0].Elapsed.TotalSeconds
    }

    It 'are the same after a CSV file' {
        $file = Join-Path $TestDrive 'results.csv'
        $results | Export-Csv -LiteralPath $file
        $read = Import-Csv -LiteralPath $file
        foreach ($property in 'CustomerId', 'CustomerName', 'ReportName', 'Status', 'Message') { $read.$property | Should -Be @($results.$property | ForEach-Object { "$_" }) }
        [timespan] $read[0].Elapsed | Should -Be $results[0].Elapsed
    }

    It 'are the input of Set and then of Remove, which leave what was not made alone' {
        $changed = $results | Where-Object Succeeded | Set-WfbssScheduledReport -At 09:30 -Content VirusSummary
        $changed.Status | Should -Be (@('Done') * 5)
        ($customers[0..4] | Get-WfbssScheduledReport -Name $setting.Name).At | Should -Be (@([timespan] '09:30') * 5)
        $removed = $changed | Remove-WfbssScheduledReport -Force
        $removed.ReportId | Should -Be $results[0..4].ReportId
        $customers[0..4] | Get-WfbssScheduledReport -Name $setting.Name -ErrorAction Ignore | Should -BeNullOrEmpty
        $full[0] | Get-WfbssScheduledReport | Should -HaveCount 10
    }
}

Describe 'What a comparison and a sync say' {
    It 'is in JSON and CSV by its name' {
        $definition = Get-Setting | ForEach-Object { New-WfbssReportDefinition @_ }
        $states = $customers[5..6] | Compare-WfbssScheduledReport -Definition $definition
        ($states | ConvertTo-Json | ConvertFrom-Json).State | Should -Be 'Missing', 'Missing'
        $done = $customers[5..6] | Sync-WfbssScheduledReport -Definition $definition
        ($done | ConvertTo-Json -Depth 3 | ConvertFrom-Json).Action | Should -Be 'Created', 'Created'
        ($done | ConvertTo-Csv | ConvertFrom-Csv).Action | Should -Be 'Created', 'Created'
    }
}

Describe 'Customers' {
    It 'are asked for only as far as they are taken' {
        # Two pages; the first has a hundred.
        $before = @(Get-SandboxRequest -Sandbox $sandbox | Where-Object Resource -EQ customers).Count
        Get-WfbssCustomer | Select-Object -First 3 | Should -HaveCount 3
        @(Get-SandboxRequest -Sandbox $sandbox | Where-Object Resource -EQ customers).Count - $before | Should -Be 1
        Get-WfbssCustomer | Should -HaveCount 120
        @(Get-SandboxRequest -Sandbox $sandbox | Where-Object Resource -EQ customers).Count - $before | Should -Be 3
    }

    It 'stop being written to when what is downstream has enough' {
        $setting = Get-Setting
        $before = Get-SandboxChange -Sandbox $sandbox
        $customers | New-WfbssScheduledReport @setting -ThrottleLimit 1 -ErrorAction Ignore | Select-Object -First 2 | Should -HaveCount 2
        Get-SandboxChange -Sandbox $sandbox | Should -BeLessThan ($before + 100)
        Get-WfbssCustomer | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'come from a CSV file by the column <_>' -ForEach 'CustomerId', 'Id', 'cid' {
        $setting = Get-Setting
        $file = Join-Path $TestDrive "customers-$_.csv"
        $column = $_
        $customers[10..12] | Select-Object -Property @{ Name = $column; Expression = { $_.CustomerId } }, Name, SeatCount | Export-Csv -LiteralPath $file
        (Import-Csv -LiteralPath $file | New-WfbssScheduledReport @setting).Status | Should -Be 'Done', 'Done', 'Done'
        $removed = Import-Csv -LiteralPath $file | Remove-WfbssScheduledReport -Name $setting.Name -Force
        $removed.CustomerId | Should -Be $customers[10..12].CustomerId
        $removed.Status | Should -Be 'Done', 'Done', 'Done'
    }

    It 'lose the reports that a filter lets through, and no other' {
        $one = $customers[20]
        foreach ($name in 'old weekly', 'Old monthly', 'new weekly') {
            $null = $one | New-WfbssScheduledReport -Name $name -DayOfMonth 5 -At 06:30 -Content VirusSummary
        }
        $before = ($one | Get-WfbssScheduledReport | Measure-Object).Count
        $removed = Get-WfbssCustomer -CustomerId $one.CustomerId | Get-WfbssScheduledReport | Where-Object Name -Like 'old*' | Remove-WfbssScheduledReport -Force
        $removed.ReportName | Sort-Object | Should -Be 'Old monthly', 'old weekly'
        ($one | Get-WfbssScheduledReport).Name | Should -Contain 'new weekly'
        ($one | Get-WfbssScheduledReport | Measure-Object).Count | Should -Be ($before - 2)
    }

    It 'are brought to what files say, however many files there are' {
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'definitions')
        $settings = 1..2 | ForEach-Object { Get-Setting }
        foreach ($setting in $settings) { New-WfbssReportDefinition @setting | Export-WfbssReportDefinition -Path (Join-Path $folder "$($setting.Name).json") }
        $done = Import-WfbssReportDefinition -Path (Join-Path $folder '*.json') | Sync-WfbssScheduledReport -CustomerId $customers[30..33]
        $done | Should -HaveCount 8
        $done.Action | Sort-Object -Unique | Should -Be 'Created'
        $again = Import-WfbssReportDefinition -Path (Join-Path $folder '*.json') | Sync-WfbssScheduledReport -CustomerId (Get-WfbssCustomer | Select-Object -Skip 30 -First 4)
        $again.Action | Sort-Object -Unique | Should -Be 'None'
    }
}

Describe 'A session' {
    BeforeAll { $script:session = Get-WfbssSession }

    It 'works in ForEach-Object -Parallel' -Tag Core {
        $settings = 1..4 | ForEach-Object { Get-Setting }
        $five = $customers[40..44]
        $results = $settings | ForEach-Object -ThrottleLimit 4 -Parallel {
            $setting = $_
            $using:five | New-WfbssScheduledReport @setting -Session $using:session
        }
        $results | Should -HaveCount 20
        $results.Status | Sort-Object -Unique | Should -Be 'Done'
        $five[0] | Get-WfbssScheduledReport -Name $settings.Name | Should -HaveCount 4
    }

    It 'works in ForEach-Object -Parallel as README shows it, where the module is imported by its path' -Tag Core {
        $readme = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'README.md'))
        $shown = [regex]::Match($readme, '(?s)```powershell\r?\n((?:(?!```).)*ForEach-Object -Parallel.*?)```').Groups[1].Value
        $shown | Should -Match '\./out/Wfbss\.Reports\b'
        # The folder that has the module's name, with or without one for the version in it.
        $folder = $ModulePath -replace '(?<=[\\/]Wfbss\.Reports)[\\/].*$'
        $script = $shown.Replace('./out/Wfbss.Reports', "'$folder'")
        $before = $env:PSModulePath
        try {
            # As for a user who has just built it: no other runspace finds it by its name.
            $env:PSModulePath = Join-Path $PSHOME Modules
            1 | ForEach-Object -Parallel { Get-Command Get-WfbssCustomer -ErrorAction Ignore } | Should -BeNullOrEmpty
            $env:WFBSS_ACCESS_TOKEN = $sandbox.Credential.UserName
            $env:WFBSS_SECRET_KEY = $sandbox.Credential.GetNetworkCredential().Password
            $env:WFBSS_BASE_URI = $sandbox.Uri
            $found = & ([scriptblock]::Create($script))
        } finally {
            $env:PSModulePath = $before
            $env:WFBSS_ACCESS_TOKEN = $env:WFBSS_SECRET_KEY = $env:WFBSS_BASE_URI = $null
        }
        $found | Should -Not -BeNullOrEmpty
        $found.CustomerId | Sort-Object | Should -Be ($customers | Where-Object { $_.Name -like 'A*' -or $_.Name -like 'M*' } | ForEach-Object CustomerId | Sort-Object)
    }

    It 'works in Start-ThreadJob' -Tag Core {
        $setting = Get-Setting
        $one = $customers[50]
        $job = Start-ThreadJob { $one = $using:one; $setting = $using:setting; $one | New-WfbssScheduledReport @setting -Session $using:session }
        ($job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop).Status | Should -Be 'Done'
        $one | Get-WfbssScheduledReport -Name $setting.Name | Should -HaveCount 1
    }

    It 'is not the default in another runspace, which is said' -Tag Core {
        $job = Start-ThreadJob { Get-WfbssCustomer }
        $null = $job | Receive-Job -Wait -AutoRemoveJob -ErrorVariable failure -ErrorAction SilentlyContinue
        $failure[0].FullyQualifiedErrorId | Should -Match '^NotConnected,'
        "$($failure[0])" | Should -Match '\$using:session'
    }

    It 'is made anew by Start-Job, which runs another process' {
        $credential = $sandbox.Credential
        $uri = $sandbox.Uri
        $job = Start-Job { Connect-Wfbss -Credential $using:credential -BaseUri $using:uri; Get-WfbssCustomer | Select-Object -First 2 }
        $received = $job | Receive-Job -Wait -AutoRemoveJob -ErrorAction Stop
        $received.CustomerId | Should -Be $customers[0..1].CustomerId
        # What comes back is not a live object any more, and names its customer all the same.
        ($received | Get-WfbssCustomerGroup).CustomerId | Sort-Object -Unique | Should -Be ($received.CustomerId | Sort-Object)
    }
}

Describe 'A script' {
    It 'needs neither using module nor Import-Module where the module is installed' {
        $script = Join-Path $TestDrive 'report.ps1'
        @'
#Requires -Modules Wfbss.Reports
param([Wfbss.Reports.Customer[]] $Customer, [pscredential] $Credential, [string] $Uri)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Connect-Wfbss -Credential $Credential -BaseUri $Uri
$Customer | Get-WfbssScheduledReport | Group-Object CustomerId | ForEach-Object { "$($_.Name) $($_.Count)" }
'@ | Set-Content -LiteralPath $script
        & $script -Customer $full[0] -Credential $sandbox.Credential -Uri $sandbox.Uri | Should -Be "$($full[0].CustomerId) 10"
    }

    It 'that runs by itself finds the commands by their names' {
        $script = Join-Path $TestDrive 'alone.ps1'
        'Set-StrictMode -Version Latest; (New-WfbssReportContent VirusSummary).Number' | Set-Content -LiteralPath $script
        $run = Invoke-TestPwsh -File $script
        $run.Said | Should -Be '100'
        $run.ExitCode | Should -Be 0
    }
}
