param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
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
        $run = Invoke-TestPwsh -Command '(Get-Command Get-WfbssCustomer).Source; (Get-Module Wfbss.Reports).ModuleBase; (Get-WfbssSession | Measure-Object).Count'
        $run.Said | Should -Be 'Wfbss.Reports', (Split-Path -Parent $ModulePath), '0'
    }

    It 'leaves nothing behind when it is removed' {
        $count = '@(Get-Command *-Wfbss*).Count'
        $run = Invoke-TestPwsh -Command "`$env:PSModulePath = ''; Import-Module '$ModulePath'; $count; Remove-Module Wfbss.Reports; $count"
        $run.Said | Should -Be "$((Test-ModuleManifest -Path $ModulePath).ExportedCmdlets.Count)", '0'
    }
}
