param([string] $Configuration = 'Debug')

BeforeDiscovery {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    $folder = Join-Path (Split-Path -Parent $ModulePath) 'Examples'
    $script:scripts = Get-ChildItem -LiteralPath $folder -Recurse -Filter *.ps1 | ForEach-Object { $_.FullName.Substring($folder.Length + 1) }
}

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
    $script:examples = Join-Path -Path (Split-Path -Parent $ModulePath) -ChildPath 'Examples'

    function Open-Sandbox([string[]] $Option = @()) {
        $sandbox = Open-TestSandbox -Configuration $Configuration -Option $Option
        $env:WFBSS_BASE_URI = $sandbox.Uri
        $env:WFBSS_ACCESS_TOKEN = $sandbox.Credential.UserName
        $env:WFBSS_SECRET_KEY = $sandbox.Secret
        $sandbox
    }

    # An example in a process of its own, as a person, a task or a container starts it.
    function Invoke-Example([string] $Name) { Invoke-TestPwsh -File (Join-Path $examples $Name) @args }

    # The bodies of all creating requests on the sandbox's page, as one text for all that say the same.
    function Get-SentBody([pscustomobject] $Sandbox) {
        Get-SandboxRequest -Sandbox $Sandbox | Where-Object Method -EQ POST |
            ForEach-Object { $_.Body | ConvertFrom-Json -AsHashtable | ConvertTo-SortedJson } |
            Sort-Object -Unique
    }

    function ConvertTo-SortedJson {
        param([Parameter(ValueFromPipeline)] $InputObject)
        process { Get-SortedValue $InputObject | ConvertTo-Json -Depth 10 -Compress }
    }

    function Get-SortedValue($Value) {
        if ($Value -is [System.Collections.IDictionary]) {
            $sorted = [ordered]@{}
            foreach ($key in $Value.Keys | Sort-Object) { $sorted[$key] = Get-SortedValue $Value[$key] }
            return $sorted
        }
        if ($Value -is [array]) { return , @($Value | ForEach-Object { Get-SortedValue $_ }) }
        $Value
    }

    function Get-Report { Connect-Wfbss; Get-WfbssCustomer | Get-WfbssScheduledReport }
}

AfterAll { $env:WFBSS_BASE_URI = $env:WFBSS_ACCESS_TOKEN = $env:WFBSS_SECRET_KEY = $null }

Describe 'The script <_>' -ForEach $script:scripts {
    It 'gives commands only parameters that they have' {
        # Windows, Azure Automation and the gallery have these.
        $elsewhere = 'Get-AutomationPSCredential', 'New-ScheduledTask*', 'Register-ScheduledTask', 'Install-PSResource'
        Import-Module -Name $ModulePath
        $mistakes = $null
        $script = [System.Management.Automation.Language.Parser]::ParseFile((Join-Path $examples $_), [ref] $null, [ref] $mistakes)
        $mistakes | Should -BeNullOrEmpty
        $functions = $script.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true).Name
        $commands = $script.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] -and $args[0].GetCommandName() }, $true)
        $commands | Should -Not -BeNullOrEmpty
        foreach ($command in $commands) {
            $name = $command.GetCommandName()
            if ($name -in $functions -or ($elsewhere | Where-Object { $name -like $_ })) { continue }
            $known = (Get-Command -Name $name -ErrorAction Stop).Parameters
            $known | Should -Not -BeNullOrEmpty
            $command.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] } |
                ForEach-Object { $_.ParameterName | Should -BeIn (@($known.Keys) + $known.Values.Aliases) -Because "$name has it" }
        }
    }
}

Describe 'The scripts' {
    It 'are all looked at' -ForEach @(@{ scripts = $script:scripts }) { $scripts.Count | Should -BeGreaterOrEqual 7 }
}

Describe 'The migration' -Tag Core {
    BeforeAll {
        $script:before = Open-Sandbox -Option --customers, 105
        $script:beforeRun = Invoke-Example -Name migration/before.ps1
        $script:beforeBody = Get-SentBody $before
        $script:beforeReports = Get-Report
        Close-TestSandbox -Sandbox $before
        $script:after = Open-Sandbox -Option --customers, 105
        $script:afterRun = Invoke-Example -Name migration/after.ps1
        $script:afterBody = Get-SentBody $after
        $script:afterReports = Get-Report
    }

    AfterAll { Close-TestSandbox -Sandbox $after }

    It 'sends the same body' {
        $beforeRun.ExitCode, $afterRun.ExitCode | Should -Be 0, 0
        $beforeBody | Should -HaveCount 1
        $afterBody | Should -Be $beforeBody
    }

    It 'makes the same report' {
        $properties = 'CustomerId', 'Name', 'Schedule', 'At', 'Recipients', 'Enabled'
        $same = $afterReports | Where-Object CustomerId -In $beforeReports.CustomerId | Select-Object -Property $properties | ConvertTo-Json -Depth 5
        $same | Should -Be ($beforeReports | Select-Object -Property $properties | ConvertTo-Json -Depth 5)
    }

    It 'reaches the customers after the first page too' {
        $beforeReports | Should -HaveCount 100
        $afterReports | Should -HaveCount 105
    }

    It 'can be run again' {
        $run = Invoke-Example -Name migration/after.ps1
        $run.ExitCode | Should -Be 0
        $run.Said -match 'Skipped' | Should -HaveCount 105
        Get-Report | Should -HaveCount 105
    }
}

Describe 'The container' -Tag Core {
    It 'ends well, with a report for everybody and a record' {
        $sandbox = Open-Sandbox
        try {
            $run = Invoke-Example -Name container/entrypoint.ps1 -Folder $TestDrive/well soc@example.com it@example.com
            $run.ExitCode | Should -Be 0 -Because ($run.Said -join "`n")
            (Get-Report).Recipients | Group-Object -NoElement | ForEach-Object Count | Should -Be 25, 25
            $record = Get-ChildItem -Path $TestDrive/well/*.csv | Import-Csv
            $record | Should -HaveCount 25
            $record.Status | Sort-Object -Unique | Should -Be 'Done'
        } finally {
            Close-TestSandbox -Sandbox $sandbox
        }
    }

    It 'ends with 1 if a customer failed, and records all' {
        $sandbox = Open-Sandbox -Option --full, 1
        try {
            $run = Invoke-Example -Name container/entrypoint.ps1 -Folder $TestDrive/badly soc@example.com
            $run.ExitCode | Should -Be 1
            $run.Said -join ' ' | Should -Match '1 of 25'
            (Get-ChildItem -Path $TestDrive/badly/*.csv | Import-Csv).Status | Group-Object -NoElement | Sort-Object Name |
                ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be 'Done 24', 'LimitError 1'
        } finally {
            Close-TestSandbox -Sandbox $sandbox
        }
    }
}

Describe 'The scheduled task' -Tag Core {
    BeforeAll {
        # In the place of Windows' own commands: each keeps its arguments, and writes its name.
        $script:given = @{}
        foreach ($name in 'New-ScheduledTaskAction', 'New-ScheduledTaskTrigger', 'New-ScheduledTaskSettingsSet', 'Register-ScheduledTask') {
            Set-Item -Path "function:$name" -Value { $name = $MyInvocation.MyCommand.Name; $given[$name] = $args; $name }
        }

        function Invoke-Task {
            $start = Get-TestPwshStart -CommandLine $given['New-ScheduledTaskAction'][3]
            $start.RedirectStandardError = $start.RedirectStandardOutput = $true
            $start.UseShellExecute = $false
            # It has the key pair from its file.
            foreach ($name in 'WFBSS_BASE_URI', 'WFBSS_ACCESS_TOKEN', 'WFBSS_SECRET_KEY') { $null = $start.Environment.Remove($name) }
            $process = [System.Diagnostics.Process]::Start($start)
            $said = $process.StandardError.ReadToEndAsync()
            $null = $process.StandardOutput.ReadToEnd()
            $process.WaitForExit()
            [pscustomobject]@{ ExitCode = $process.ExitCode; Said = $said.Result }
        }

        $script:sandbox = Open-Sandbox
        $script:password = [System.Net.NetworkCredential]::new('', 'of the account').SecurePassword
        $settings = @{
            # What a command line could take for its end, or for more than text.
            Folder          = Join-Path $TestDrive "Bob's `u{2018}own`u{2019} `$(runs); & more"
            Recipient       = 'soc@example.com', "o'neill@example.com"
            Credential      = $sandbox.Credential
            AccountPassword = $password
            BaseUri         = $sandbox.Uri
        }
        $null = & (Join-Path $examples 'Register-WeeklyRun.ps1') @settings
    }

    AfterAll { Close-TestSandbox -Sandbox $sandbox }

    It 'is one of Windows PowerShell, with the password of the account and no secret on the command line' {
        $given['New-ScheduledTaskAction'][0..2] | Should -Be '-Execute', 'powershell.exe', '-Argument'
        $given['New-ScheduledTaskAction'][3] | Should -Not -Match ([regex]::Escape($sandbox.Secret))
        $given['Register-ScheduledTask'] | Should -Contain 'of the account'
        $given['Register-ScheduledTask'] | Should -Contain 'New-ScheduledTaskSettingsSet'
    }

    It 'has a command line that gives everybody the report, once' {
        foreach ($run in (Invoke-Task), (Invoke-Task)) { $run.ExitCode | Should -Be 0 -Because $run.Said }
        Get-Report | Should -HaveCount 25
        Get-ChildItem -LiteralPath $settings.Folder | ForEach-Object Extension | Sort-Object | Should -Be '.csv', '.journal', '.xml'
    }

    It 'ends with 1 if something failed' {
        Remove-Item -LiteralPath (Join-Path $settings.Folder 'key.xml')
        $run = Invoke-Task
        $run.ExitCode | Should -Be 1
        $run.Said | Should -Match 'key\.xml'
    }
}
