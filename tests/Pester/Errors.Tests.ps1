param([string] $Configuration = 'Debug')

BeforeDiscovery {
    # What provokes each error. $customer is one that may be written to, $unknown is an id that nobody has.
    $script:ofCommands = @(
        @{ Id = 'NotConnected'; Category = 'ConnectionError'; Do = { Disconnect-Wfbss; Get-WfbssCustomer } }
        @{ Id = 'SessionClosed'; Category = 'ConnectionError'; Do = { $closed = Get-WfbssSession; Disconnect-Wfbss; Get-WfbssCustomer -Session $closed } }
        @{ Id = 'NoCredential'; Category = 'AuthenticationError'; Do = { Connect-Wfbss } }
        @{ Id = 'HttpsRequired'; Category = 'SecurityError'; Do = { Connect-Wfbss -Credential $sandbox.Credential -BaseUri http://smpi.example } }
        @{ Id = 'AccessDenied'; Category = 'AuthenticationError'; Do = { Connect-Wfbss -Credential $wrongKey -BaseUri $sandbox.Uri } }
        @{ Id = 'Unreachable'; Category = 'ConnectionError'; Do = { Connect-Wfbss -Credential $sandbox.Credential -BaseUri http://127.0.0.1:1 -MaximumRetryCount 0 } }
        @{ Id = 'TimedOut'; Category = 'OperationTimeout'; Do = { Connect-FixedService 0; Get-WfbssCustomer } }
        @{ Id = 'Throttled'; Category = 'LimitsExceeded'; Do = { Connect-FixedService 429; Get-WfbssCustomer } }
        @{ Id = 'RequestRefused'; Category = 'InvalidOperation'; Do = { Connect-FixedService 400; Get-WfbssCustomer } }
        @{ Id = 'ServiceFailed'; Category = 'InvalidResult'; Do = { Connect-FixedService 500; Get-WfbssCustomer } }
        @{ Id = 'InvalidDefinition'; Category = 'InvalidArgument'; Do = { $customer | New-WfbssScheduledReport -Name 'a:b' -DayOfWeek Monday -At 08:00 -Content VirusSummary } }
        @{ Id = 'InvalidValue'; Category = 'InvalidArgument'; Do = { $customer | New-WfbssScheduledReport @report -MaxDuration 00:00:00 } }
        @{ Id = 'NothingToChange'; Category = 'InvalidArgument'; Do = { $customer | Set-WfbssScheduledReport -Name x } }
        @{ Id = 'NotFound'; Category = 'ObjectNotFound'; Do = { $customer | Get-WfbssScheduledReport -ReportId 4711 } }
        @{ Id = 'InvalidId'; Category = 'InvalidArgument'; Do = { 'nonsense' | Get-WfbssScheduledReport } }
        @{ Id = 'CustomerNotFound'; Category = 'ObjectNotFound'; Do = { Get-WfbssCustomer -CustomerId $unknown } }
        @{ Id = 'SomeCustomersFailed'; Category = 'OperationStopped'; Do = { $unknown | New-WfbssScheduledReport @report -FailAtEnd -ErrorAction Ignore } }
        @{ Id = 'JournalUnusable'; Category = 'InvalidData'; Do = { 'no journal' | Set-Content -Path $file; $customer | New-WfbssScheduledReport @report -JournalPath $file } }
        @{ Id = 'JournalInUse'; Category = 'ResourceBusy'; Do = { Lock-File; $customer | New-WfbssScheduledReport @report -JournalPath $file } }
        @{ Id = 'InvalidDefinitionFile'; Category = 'InvalidData'; Do = { '{' | Set-Content -Path $file; Import-WfbssReportDefinition -Path $file } }
        @{ Id = 'FileNotFound'; Category = 'ObjectNotFound'; Do = { Import-WfbssReportDefinition -Path (Join-Path $TestDrive 'none.json') } }
        @{ Id = 'FileUnreadable'; Category = 'ReadError'; Do = { Lock-File; Import-WfbssReportDefinition -Path $file } }
        @{ Id = 'FileUnwritable'; Category = 'WriteError'; Do = { $definition | Export-WfbssReportDefinition -Path (Join-Path $TestDrive 'no/folder/x.json') } }
        @{ Id = 'NoReportChosen'; Category = 'InvalidArgument'; Do = { $customer | Remove-WfbssScheduledReport -Force } }
        @{ Id = 'ContentNotFound'; Category = 'ObjectNotFound'; Do = { Get-WfbssReportContent VirusSumary } }
        @{ Id = 'CustomerNotUnique'; Category = 'InvalidArgument'; Do = { Connect-FixedService 200 -Body $namesakes; Get-WfbssCustomer -Name Same } }
        @{ Id = 'FileExists'; Category = 'ResourceExists'; Do = { 'x' | Set-Content -Path $file; $definition | Export-WfbssReportDefinition -Path $file -NoClobber } }
    )
    $script:ofCustomers = @(
        @{ Id = 'LimitError'; Category = 'LimitsExceeded'; Do = { $full | New-WfbssScheduledReport @report } }
        @{ Id = 'SpecError'; Category = 'InvalidArgument'; Do = { $customer | New-WfbssScheduledReport @report -GroupId 4711 } }
        @{ Id = 'InternalError'; Category = 'InvalidResult'; Do = { Connect-Answer InternalError; $customer | New-WfbssScheduledReport @report } }
        @{ Id = 'Exception'; Category = 'InvalidResult'; Do = { Connect-Answer Exception; $customer | New-WfbssScheduledReport @report } }
        @{ Id = 'NotReturned'; Category = 'ObjectNotFound'; Do = { $unknown | New-WfbssScheduledReport @report } }
        @{ Id = 'NotFound'; Category = 'ObjectNotFound'; Do = { $customer | Remove-WfbssScheduledReport -Name nothing -Force } }
        @{ Id = 'Refused'; Category = 'InvalidOperation'; Do = { Connect-FixedService 400; $customer | New-WfbssScheduledReport @report } }
        @{ Id = 'Denied'; Category = 'AuthenticationError'; Do = { Connect-FixedService 403; try { $customer | New-WfbssScheduledReport @report } catch { Write-Debug "$_" } } }
        @{ Id = 'NotDone'; Category = 'ResourceUnavailable'; Do = { Connect-FixedService 429; $customer | New-WfbssScheduledReport @report } }
        @{ Id = 'Unknown'; Category = 'OperationTimeout'; Do = { Connect-FixedService 500; $customer | New-WfbssScheduledReport @report } }
        @{ Id = 'NotAttempted'; Category = 'OperationStopped'; Do = { $full | Set-WfbssScheduledReport -ReportId 1 -At 09:30 } }
        @{ Id = 'InvalidId'; Category = 'InvalidArgument'; Do = { 'nonsense' | New-WfbssScheduledReport @report } }
        @{ Id = 'UnexpectedResult'; Category = 'InvalidResult'; Do = { Connect-Answer Puzzled; $customer | New-WfbssScheduledReport @report } }
    )
}

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'FixedService.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration -Option --full, 1
    # Without the session that a customer remembers: each test has its own.
    $script:customer = Get-WfbssCustomer | Select-Object -First 1 -Property CustomerId, Name
    $script:full = Get-WfbssCustomer | Where-Object { $_ | Get-WfbssScheduledReport }
    $script:unknown = [guid]::NewGuid().ToString().ToUpperInvariant()
    $script:report = @{ Name = 'Weekly security'; DayOfWeek = 'Monday'; At = '08:00'; Content = 'VirusSummary' }
    $script:definition = New-WfbssReportDefinition @report
    $script:namesakes = '{"customers":[{"id":"640FE47F-5118-4D79-8221-A35D0DE2EE2C","name":"Same"},{"id":"549390C2-61B3-417E-B1F0-8955A63C08F3","name":"Same"}],"paging":{"total":2,"limit":100,"page":1}}'
    $script:wrongKey = [pscredential]::new($sandbox.Credential.UserName, [System.Net.NetworkCredential]::new('', 'wrong').SecurePassword)

    function Connect-FixedService([int] $Status, [string] $Body = '{}', [hashtable] $Header = @{}) {
        $script:service = Open-FixedService -Status $Status -Body $Body -Header $Header
        Connect-Wfbss -Credential $sandbox.Credential -BaseUri $service.Uri -SkipVerification -MaximumRetryCount 0 -TimeoutSec 1
    }

    function Connect-Answer([string] $Result) {
        Connect-FixedService 200 "{`"customers`": [{ `"id`": `"$($customer.CustomerId)`", `"result`": `"$Result`", `"message`": `"so it is`" }]}"
    }

    function Lock-File { $script:lock = [System.IO.File]::Open($file, 'OpenOrCreate', 'ReadWrite', 'None') }

    # The errors of a script, those that end it and those that do not.
    function Get-Failure([scriptblock] $Do) {
        $ErrorActionPreference = 'Continue'
        try { $said = & $Do 2>&1 } catch { return $_ }
        $said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
    }

    function Get-Id { process { ($_.FullyQualifiedErrorId -split ',')[0] } }
    function Get-Text { process { "$_ $($_.ErrorDetails.RecommendedAction)".Trim() } }
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

Describe 'Errors' {
    BeforeEach {
        $script:file = Join-Path $TestDrive ([guid]::NewGuid())
        $script:service = $script:lock = $null
        Connect-Wfbss -Credential $sandbox.Credential -BaseUri $sandbox.Uri
    }

    AfterEach {
        if ($lock) { $lock.Dispose() }
        if ($service) { Close-FixedService -Service $service }
    }

    Context 'of commands' {
        It '<Id> is what comes, with the category <Category> and what to do' -ForEach $script:ofCommands {
            $failure = @(Get-Failure $Do)
            $failure | Should -HaveCount 1
            $failure | Get-Id | Should -Be $Id
            $failure[0].FullyQualifiedErrorId | Should -Match ',Wfbss\.Reports\.PowerShell\.Commands\.\w+Command$'
            $failure[0].CategoryInfo.Category | Should -Be $Category
            # A statement of what happened, and at least one that helps.
            $failure | Get-Text | Should -Match '\S[.:;] .+\.$'
        }
    }

    Context 'of customers' {
        It '<Id> is what comes, with the category <Category>, the customer and what to do' -ForEach $script:ofCustomers {
            $failure = @(Get-Failure $Do)
            $failure[0] | Get-Id | Should -Be $Id
            $failure[0].CategoryInfo.Category | Should -Be $Category
            $failure[0].TargetObject | Should -BeIn $customer.CustomerId, $full.CustomerId, $unknown, 'nonsense'
            $failure[0].ErrorDetails.RecommendedAction | Should -Match '\w.*\.$'
        }
    }

    Context 'in the help' {
        It 'are those that come, and all of them' {
            $text = (Get-Help -Name about_Wfbss_Errors) -join "`n"
            $described = [regex]::Matches($text, '(?m)^    (?<ids>[A-Z]\w+(,\s+[A-Z]\w+)*)$') | ForEach-Object { $_.Groups['ids'].Value -split ',\s+' }
            $tested = ($ofCommands + $ofCustomers).Id
            $described.Count | Should -BeGreaterThan 30
            $described | Sort-Object -Unique | Should -Be ($tested | Sort-Object -Unique)
        }

        It 'have the category that about_Wfbss_Results gives them' {
            $text = (Get-Help -Name about_Wfbss_Results) -join "`n"
            $described = [regex]::Matches($text, 'Error: (\w+), category (\w+)\.') | ForEach-Object { "$($_.Groups[1].Value) $($_.Groups[2].Value)" }
            $described | Sort-Object | Should -Be ($ofCustomers | ForEach-Object { "$($_.Id) $($_.Category)" } | Sort-Object)
        }
    } -ForEach @{ ofCommands = $script:ofCommands; ofCustomers = $script:ofCustomers }

    Context 'that need more than an id' {
        It 'say that the clock is off, if it is' {
            $failure = Get-Failure { Connect-FixedService 401 -Header @{ Date = [DateTime]::UtcNow.AddHours(1).ToString('r') }; Get-WfbssCustomer }
            $failure | Get-Id | Should -Be 'AccessDenied'
            "$failure" | Should -Match 'clock'
            $failure = Get-Failure { Connect-Wfbss -Credential $wrongKey -BaseUri $sandbox.Uri }
            $failure | Get-Id | Should -Be 'AccessDenied'
            "$failure" | Should -Not -Match '(ahead|behind|minutes|slow|fast)'
        }

        It 'list everything that is wrong with a definition, before a request' {
            $before = Get-SandboxRequestCount -Sandbox $sandbox
            $failure = Get-Failure { $customer | New-WfbssScheduledReport -Name ' ' -DayOfMonth 31 -At 08:00 -Content VirusSummary, VirusSummary -GroupId 0 -Recipient 'nobody', 'x@example.com' }
            $failure | Get-Id | Should -Be 'InvalidDefinition'
            foreach ($property in 'Name', 'Content', 'GroupId', 'Recipient') { "$failure" | Should -Match "\. ${property}: " }
            Get-SandboxRequestCount -Sandbox $sandbox | Should -Be $before
        }
    }

    Context 'and the preferences' {
        It 'let the others go on when an id is bad' {
            $results = 'nonsense', $unknown, $customer | New-WfbssScheduledReport @report -ErrorAction SilentlyContinue -ErrorVariable failures
            $results.Status | Should -Be 'InvalidId', 'NotReturned', 'Done'
            $failures | Get-Id | Should -Be 'InvalidId', 'NotReturned'
            $results[2] | Remove-WfbssScheduledReport -Force | Should -Not -BeNullOrEmpty
        }

        It 'end with the first when that is wished' {
            $failure = Get-Failure { 'nonsense', $unknown | New-WfbssScheduledReport @report -ErrorAction Stop }
            $failure | Get-Id | Should -Be 'InvalidId'
            $ErrorActionPreference = 'Stop'
            { 'nonsense' | New-WfbssScheduledReport @report } | Should -Throw -ErrorId 'InvalidId,*'
        }

        It 'keep nothing where they are ignored' {
            $Error.Clear()
            $unknown | New-WfbssScheduledReport @report -ErrorAction Ignore | ForEach-Object Status | Should -Be 'NotReturned'
            $Error | Should -BeNullOrEmpty
        }

        It 'go into a variable, to what is there already' {
            $unknown | New-WfbssScheduledReport @report -ErrorAction SilentlyContinue -ErrorVariable failures | Should -HaveCount 1
            'nonsense' | New-WfbssScheduledReport @report -ErrorAction SilentlyContinue -ErrorVariable +failures | Should -HaveCount 1
            $failures | Get-Id | Should -Be 'NotReturned', 'InvalidId'
        }
    }
}

Describe 'The exit code of pwsh -File' {
    BeforeAll {
        $script:before = $env:WFBSS_BASE_URI, $env:WFBSS_ACCESS_TOKEN, $env:WFBSS_SECRET_KEY
        $env:WFBSS_BASE_URI, $env:WFBSS_ACCESS_TOKEN, $env:WFBSS_SECRET_KEY = $sandbox.Uri, $sandbox.Credential.UserName, $sandbox.Secret

        function Invoke-File([string] $Line) {
            $path = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
            "Import-Module '$ModulePath'; Connect-Wfbss", "'connected'", $Line, "'the next line'" | Set-Content -LiteralPath $path
            Invoke-TestPwsh -File $path
        }
    }

    AfterAll { $env:WFBSS_BASE_URI, $env:WFBSS_ACCESS_TOKEN, $env:WFBSS_SECRET_KEY = $before }

    It 'is <Code> <When>' -ForEach @(
        @{ When = 'if a customer failed and -FailAtEnd is given'; Code = 1; Says = '1 of 1'; Line = "'nonsense' | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At 08:00 -Content VirusSummary -FailAtEnd" }
        @{ When = 'if a customer failed in a sync with -FailAtEnd'; Code = 1; Says = '1 of 1'; Line = "'nonsense' | Sync-WfbssScheduledReport (New-WfbssReportDefinition x -DayOfWeek Monday -At 08:00 -Content VirusSummary) -FailAtEnd" }
        @{ When = 'if a report could not be removed and -FailAtEnd is given'; Code = 1; Says = '1 of 1'; Line = 'Get-WfbssCustomer | Select-Object -First 1 | Remove-WfbssScheduledReport nothing -FailAtEnd -Force' }
        @{ When = 'if -FailAtEnd is given and there is no session'; Code = 1; Says = 'Connect-Wfbss'; Line = "Disconnect-Wfbss; 'nonsense' | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At 08:00 -Content VirusSummary -FailAtEnd" }
        @{ When = 'if all went well with -FailAtEnd'; Code = 0; Says = '(Done|Skipped)'; Line = '(Get-WfbssCustomer | Select-Object -First 1 | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At 08:00 -Content VirusSummary -SkipExisting -FailAtEnd).Status' }
        @{ When = 'if a customer failed and nothing is said about it'; Code = 0; Says = 'InvalidId'; Line = "('nonsense' | New-WfbssScheduledReport -Name x -DayOfWeek Monday -At 08:00 -Content VirusSummary).Status" }
    ) {
        $run = Invoke-File $Line
        $run.ExitCode | Should -Be $Code
        $run.Said[0] | Should -Be 'connected'
        ($run.Said -replace '\x1b\[[\d;]*m') -join ' ' | Should -Match $Says
        # A script that has failed does not go on.
        $run.Said -contains 'the next line' | Should -Be ($Code -eq 0)
    }
}
