param([string] $Configuration = 'Debug')

BeforeDiscovery {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    $script:hasPlatyPS = [bool] (Get-Module -Name Microsoft.PowerShell.PlatyPS -ListAvailable)
    $script:cmdlets = (Import-PowerShellDataFile -LiteralPath $ModulePath).CmdletsToExport
}

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestSandbox.psm1')) -Force
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
    Import-Module -Name $ModulePath -Force -Global
    $script:root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
}

Describe 'Help of <_>' -ForEach $script:cmdlets {
    BeforeAll { $script:help = Get-Help -Name $_ -Full }

    It 'says what it does, in a sentence of its own' {
        # Without a help file, the synopsis would be the syntax.
        $help.Synopsis | Should -Match '^[A-Z].*\.$'
        $help.Synopsis | Should -Not -Match '\w+-Wfbss'
        ($help.description.Text -join '').Length | Should -BeGreaterThan 40
    }

    It 'describes every parameter' {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $own = (Get-Command -Name $_).Parameters.Keys | Where-Object { $_ -notin $common }
        if ($help.Name -notin 'Disconnect-Wfbss', 'Get-WfbssSession') { $own | Should -Not -BeNullOrEmpty }
        foreach ($name in $own) {
            $text = (Get-Help -Name $help.Name -Parameter $name).description.Text -join ' '
            $text.Trim().Length | Should -BeGreaterThan 10 -Because "-$name has a text"
            $text | Should -Not -Match '\{\{|\]\(|``' -Because "-$name is for a console"
        }
    }

    It 'shows examples with their code' {
        $shown = Get-Help -Name $_ -Examples | Out-String -Width 1000
        foreach ($example in $help.examples.example) {
            $code = ($example.code -split "`n")[0]
            $code | Should -Not -BeNullOrEmpty
            $shown.Contains($code) | Should -BeTrue -Because "it shows $code"
        }
        @($help.examples.example).Count | Should -BeGreaterOrEqual 1
        ($help.examples.example.code -join "`n") | Should -Match ([regex]::Escape($_))
    }
}

Describe 'Topics' {
    It 'are beside the help of every cmdlet of the module' -ForEach @(@{ cmdlets = $script:cmdlets }) {
        $cmdlets.Count | Should -BeGreaterThan 15
    }

    It 'include <_>' -ForEach @('about_Wfbss', 'about_Wfbss_Results', 'about_Wfbss_Errors', 'about_Wfbss_Automation') {
        Get-Help -Name $_ | Should -Match "TOPIC\s+$_"
    }
}

Describe 'Help files' -Tag Core {
    BeforeAll {
        # A line of paths and hashes for each file, so that a difference names the file.
        function Get-Print([string] $Folder) {
            foreach ($place in 'docs/en-US', 'module/en-US') {
                Get-ChildItem -LiteralPath (Join-Path $Folder $place) -File | Sort-Object -Property Name |
                    ForEach-Object { "$place/$($_.Name) $((Get-FileHash -LiteralPath $_.FullName).Hash)" }
            }
        }
    }

    It 'are what the pages and the cmdlets make, byte for byte' -Skip:(-not $script:hasPlatyPS) {
        foreach ($place in 'docs', 'module') {
            $null = New-Item -ItemType Directory -Path (Join-Path $TestDrive $place)
            Copy-Item -LiteralPath (Join-Path $root $place -AdditionalChildPath 'en-US') -Destination (Join-Path $TestDrive $place) -Recurse
        }
        # So that a help file that is not made at all would be missed.
        Remove-Item -Path (Join-Path $TestDrive 'module/en-US/*.xml')

        $run = Invoke-TestPwsh -File (Join-Path $root 'tools/Docs.ps1') -Root $TestDrive

        $run.ExitCode | Should -Be 0 -Because ($run.Said -join "`n")
        $run.Said[-1] | Should -Match '^Help: \d+ pages\.$'
        Get-Print $TestDrive | Should -Be (Get-Print $root) -Because 'build.ps1 -Task Docs has been run'
    }

    It 'are found for the assemblies of Windows PowerShell too' {
        $copy = Join-Path $TestDrive 'Wfbss.Reports'
        Copy-Item -LiteralPath (Split-Path -Parent $ModulePath) -Destination $copy -Recurse
        $loader = Join-Path $copy 'Wfbss.Reports.psm1'
        (Get-Content -LiteralPath $loader -Raw).Replace('lib/net8.0/', 'lib/netstandard2.0/') | Set-Content -LiteralPath $loader
        $script = "Import-Module '$copy/Wfbss.Reports.psd1'; (Get-Help Get-WfbssCustomer).Synopsis; (Get-Command Get-WfbssCustomer).ImplementingType.Assembly.Location"
        $run = Invoke-TestPwsh -Command $script
        $run.Said[0] | Should -Be 'Lists the customers that the key pair may see.'
        $run.Said[1] | Should -Match 'netstandard2\.0'
    }
}
