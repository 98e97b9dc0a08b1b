param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    $script:sandbox = Open-TestSandbox -Configuration $Configuration
}

AfterAll { Close-TestSandbox -Sandbox $script:sandbox }

Describe 'The module' {
    It 'has a manifest without a warning' {
        $manifest = Test-ModuleManifest -Path $ModulePath -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $manifest.ExportedCmdlets.Count | Should -BeGreaterThan 15
    }

    It 'exports exactly the cmdlets of its manifest' {
        (Get-Command -Module Wfbss.Reports).Name | Sort-Object | Should -Be ((Test-ModuleManifest -Path $ModulePath).ExportedCmdlets.Keys | Sort-Object)
    }

    It 'has approved verbs' {
        (Get-Command -Module Wfbss.Reports).Verb | Should -BeIn (Get-Verb).Verb
    }

    It 'can be imported twice, and be used afterwards' {
        Import-Module -Name $ModulePath -Force
        Import-Module -Name $ModulePath -Force
        Connect-Wfbss -Credential $sandbox.Credential -BaseUri $sandbox.Uri
        Get-WfbssCustomer | Should -HaveCount 25
    }

    It 'is found by name, with its commands, where modules are found' {
        $path = [System.IO.Path]::GetDirectoryName([System.IO.Path]::GetDirectoryName($ModulePath))
        $script = "`$env:PSModulePath = '$path'; (Get-Command Get-WfbssCustomer).Source; (Get-WfbssSession | Measure-Object).Count"
        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script | Should -Be 'Wfbss.Reports', '0'
    }

    It 'leaves nothing behind when it is removed' {
        $script = "Import-Module '$ModulePath'; Remove-Module Wfbss.Reports; @(Get-Command *-Wfbss*).Count"
        & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command "`$env:PSModulePath = ''; $script" | Should -Be '0'
    }
}

Describe 'Help' {
    It 'is there for <_>' -ForEach @('Connect-Wfbss', 'New-WfbssScheduledReport', 'Sync-WfbssScheduledReport') {
        $help = Get-Help -Name $_ -Full
        $help.Synopsis | Should -Not -Match '^\s*\w+-Wfbss'
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
    }

    It 'shows examples with their code' {
        Get-Help New-WfbssScheduledReport -Examples | Out-String | Should -Match 'Get-WfbssCustomer \| New-WfbssScheduledReport'
    }

    It 'has the topic <_>' -ForEach @('about_Wfbss', 'about_Wfbss_Results', 'about_Wfbss_Errors', 'about_Wfbss_Automation') {
        Get-Help -Name $_ | Should -Match "TOPIC\s+$_"
    }

    It 'is found for the assemblies of Windows PowerShell too' {
        $copy = Join-Path $TestDrive 'Wfbss.Reports'
        Copy-Item -LiteralPath (Split-Path -Parent $ModulePath) -Destination $copy -Recurse
        $loader = Join-Path $copy 'Wfbss.Reports.psm1'
        (Get-Content -LiteralPath $loader -Raw).Replace('lib/net8.0/', 'lib/netstandard2.0/') | Set-Content -LiteralPath $loader
        $script = "Import-Module '$copy/Wfbss.Reports.psd1'; (Get-Help Get-WfbssCustomer).Synopsis; (Get-Command Get-WfbssCustomer).ImplementingType.Assembly.Location"
        $said = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -Command $script
        $said[0] | Should -Be 'Lists the customers that the key pair may see.'
        $said[1] | Should -Match 'netstandard2\.0'
    }
}
