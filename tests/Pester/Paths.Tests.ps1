param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration
    $script:customer = Get-WfbssCustomer | Select-Object -First 1
    $script:report = @{ Name = 'Weekly security'; DayOfWeek = 'Monday'; At = '08:00'; Content = 'VirusSummary' }
    $script:definition = New-WfbssReportDefinition @report
    $script:onUnix = [System.IO.Path]::DirectorySeparatorChar -eq '/'

    function Get-Failure([scriptblock] $Do) {
        try { & $Do } catch { return $_ }
    }
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

Describe 'A path' {
    BeforeEach {
        $script:folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        $script:before = Get-SandboxRequestCount -Sandbox $sandbox
        Push-Location
    }

    AfterEach { Pop-Location }

    It 'is refused where <Location> resolves it: <Parameter> of <Name>' -ForEach @(
        foreach ($location in 'Env:', 'Function:') {
            @{ Location = $location; Parameter = '-JournalPath'; Name = 'New-WfbssScheduledReport'; Do = { $customer | New-WfbssScheduledReport @report -JournalPath ./weekly.file } }
            @{ Location = $location; Parameter = '-Path'; Name = 'Get-WfbssJournal'; Do = { Get-WfbssJournal ./weekly.file } }
            @{ Location = $location; Parameter = '-Path'; Name = 'Export-WfbssReportDefinition'; Do = { $definition | Export-WfbssReportDefinition ./weekly.file } }
            @{ Location = $location; Parameter = '-Path'; Name = 'Export-WfbssReportOverview'; Do = { Export-WfbssReportOverview ./weekly.file } }
            @{ Location = $location; Parameter = '-Path'; Name = 'Import-WfbssReportDefinition'; Do = { Import-WfbssReportDefinition ./weekly.file -ErrorAction Stop } }
        }
    ) {
        [System.Environment]::CurrentDirectory = $folder
        Set-Location -Path $Location
        $failure = Get-Failure $Do
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidValue,*'
        "$failure" | Should -BeLike "$Parameter './weekly.file': *not in the file system*"
        Get-ChildItem -LiteralPath $folder | Should -BeNullOrEmpty
        Get-SandboxRequestCount -Sandbox $sandbox | Should -Be $before
    }

    It 'goes through a drive of the file system' {
        $null = New-PSDrive -Name wfbss -PSProvider FileSystem -Root $folder
        Set-Location -Path Env:
        $definition | Export-WfbssReportDefinition -Path 'wfbss:/a[1].json'
        Get-ChildItem -LiteralPath $folder -Name | Should -Be 'a[1].json'
        (Import-WfbssReportDefinition -LiteralPath 'wfbss:/a[1].json').Name | Should -Be 'Weekly security'
    }
}

Describe 'A file that is written' {
    BeforeEach {
        $script:folder = Join-Path $TestDrive ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        $script:file = Join-Path $folder 'weekly.json'
    }

    It 'keeps its old text on a full disk' {
        if (-not $onUnix) { Set-ItResult -Skipped -Because 'Windows has no such limit'; return }
        'old' | Set-Content -LiteralPath $file
        # A file may not grow beyond this limit, which fails as a full disk does.
        $script = Join-Path $folder 'export.ps1'
        @(
            "Import-Module '$ModulePath'"
            "try { New-WfbssReportDefinition x -DayOfWeek Monday -At 08:00 -Content VirusSummary | Export-WfbssReportDefinition '$file' } catch { `$_.FullyQualifiedErrorId }"
        ) | Set-Content -LiteralPath $script
        $program, [string[]] $arguments = Get-TestPwsh
        # Without its own writing of code, for which the runtime takes a large file in memory.
        $env:DOTNET_EnableWriteXorExecute = '0'
        try {
            $said = sh -c 'trap "" XFSZ; ulimit -f 0; exec "$@"' sh $program @arguments -NoProfile -NonInteractive -File $script 2>&1
        } finally {
            $env:DOTNET_EnableWriteXorExecute = $null
        }
        "$said" | Should -BeLike '*FileUnwritable,*'
        Get-Content -LiteralPath $file | Should -Be 'old'
        Get-ChildItem -LiteralPath $folder -Force -Name | Sort-Object | Should -Be 'export.ps1', 'weekly.json'
    }

    It 'never takes the place of a pipe' {
        if (-not $onUnix) { Set-ItResult -Skipped -Because 'Windows has no pipes among files'; return }
        mkfifo $file
        foreach ($do in { $definition | Export-WfbssReportDefinition -Path $file -Force }, { Export-WfbssReportOverview -Path $file }) {
            "$(Get-Failure $do)" | Should -BeLike '*It is a pipe, not a file*'
        }
        "$(Get-Failure { $customer | New-WfbssScheduledReport @report -JournalPath $file })" | Should -BeLike '*It is a pipe, not a file*'
        sh -c 'test -p "$1"' sh $file
        $LASTEXITCODE | Should -Be 0
    }
}
