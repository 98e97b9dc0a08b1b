[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Every file of the suite is given it.')]
param([string] $Configuration = 'Debug')

BeforeAll {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'Support', 'TestPwsh.psm1')) -Force
    $script:root = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
    # The package that the suite runs on; tools/pester/Suite.ps1 says where it is.
    $script:package = Get-Item -LiteralPath $env:WFBSS_TEST_PACKAGE
    $script:packages = Split-Path -Parent $package.FullName

    $script:unpacked = Join-Path $TestDrive 'unpacked'
    [System.IO.Compression.ZipFile]::ExtractToDirectory($package.FullName, $unpacked)
    $script:nuspec = ([xml] (Get-Content -LiteralPath (Join-Path $unpacked 'Wfbss.Reports.nuspec') -Raw)).package.metadata
    $script:manifest = Test-ModuleManifest -Path (Join-Path $unpacked 'Wfbss.Reports.psd1')
    $script:listed = Get-Content -LiteralPath ([System.IO.Path]::Combine($root, 'module', 'files.txt')) | Where-Object { $_ -notlike '#*' }

    function Invoke-AtHome {
        # Runs a script in a pwsh of its own, whose home is an empty folder, and gives what it writes.
        param([string] $Script)

        $kept = $env:HOME, $env:USERPROFILE, $env:PSModulePath
        $env:HOME = $env:USERPROFILE = (New-Item -ItemType Directory -Path $TestDrive -Name ([guid]::NewGuid())).FullName
        $env:PSModulePath = $null
        try {
            (Invoke-TestPwsh -Command "`$ErrorActionPreference = 'Stop'; $Script").Said
        } finally {
            $env:HOME, $env:USERPROFILE, $env:PSModulePath = $kept
        }
    }
}

Describe 'The package' -Tag Core {
    It 'is named after the module and its version' {
        $package.Name | Should -Be "Wfbss.Reports.$($manifest.Version).nupkg"
    }

    It 'holds every listed file and no other' {
        $ofEveryPackage = '^(\[Content_Types\]\.xml|_rels/\.rels|Wfbss\.Reports\.nuspec|package/services/metadata/.*)$'
        $archive = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
        $names = $archive.Entries.FullName
        $archive.Dispose()
        $names | Where-Object { $_ -notmatch $ofEveryPackage } | Sort-Object | Should -Be ($listed | Sort-Object)
    }

    It 'says of itself what the manifest says' {
        $nuspec.id | Should -BeExactly 'Wfbss.Reports'
        $nuspec.version | Should -BeExactly "$($manifest.Version)"
        $nuspec.authors | Should -BeExactly $manifest.Author
        $nuspec.description | Should -BeExactly $manifest.Description
        $nuspec.copyright | Should -BeExactly $manifest.Copyright
        $nuspec.licenseUrl | Should -BeExactly "$($manifest.LicenseUri)"
        "$($nuspec.projectUrl)" | Should -BeExactly "$($manifest.ProjectUri)"
        $nuspec.releaseNotes | Should -BeExactly $manifest.ReleaseNotes
        $nuspec.releaseNotes | Should -Match '^### '
    }

    It 'has the tags of the manifest, and those that the Gallery finds commands by' {
        $expected = @($manifest.Tags) + 'PSModule', 'PSIncludes_Cmdlet' + ($manifest.ExportedCmdlets.Keys | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" })
        $tags = $nuspec.tags -split ' '
        $tags | Sort-Object | Should -Be ($expected | Sort-Object)
        'PSEdition_Core', 'PSEdition_Desktop', 'Linux', 'PSCmdlet_New-WfbssScheduledReport' | Should -BeIn $tags
    }

    It 'carries neither times nor made-up names, which would differ each time' {
        $archive = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
        $entries = $archive.Entries | Select-Object -Property FullName, LastWriteTime
        $archive.Dispose()
        $entries.LastWriteTime.DateTime | Sort-Object -Unique | Should -Be ([datetime] '1980-01-01')
        [string[]] $sorted = $entries.FullName
        [System.Array]::Sort($sorted, [System.StringComparer]::Ordinal)
        $entries.FullName | Should -Be $sorted
        $entries.FullName | Should -Contain 'package/services/metadata/core-properties/nuget.psmdcp'
        $relationships = [xml] (Get-Content -LiteralPath ([System.IO.Path]::Combine($unpacked, '_rels', '.rels')) -Raw)
        $relationships.Relationships.Relationship.Id | Should -Be 'R1', 'R2'
    }

    It 'is found in a folder, and can be imported from where it is saved' {
        $said = Invoke-AtHome @"
Register-PSResourceRepository -Name packages -Uri '$packages' -Trusted
(Find-PSResource -Repository packages -Name *).Name
Save-PSResource -Repository packages -Name Wfbss.Reports -Path '$TestDrive'
(Import-Module '$TestDrive/Wfbss.Reports' -PassThru).Version.ToString()
(Get-Command -Module Wfbss.Reports).Count
(Get-WfbssSession | Measure-Object).Count
"@
        $said | Should -Be 'Wfbss.Reports', "$($manifest.Version)", "$($manifest.ExportedCmdlets.Count)", '0'
    }

    It 'can be used by the names of its commands once it is installed' {
        $said = Invoke-AtHome @"
Register-PSResourceRepository -Name packages -Uri '$packages' -Trusted
Install-PSResource -Repository packages -Name Wfbss.Reports
(Get-WfbssSession | Measure-Object).Count
(Get-Module Wfbss.Reports).Version.ToString()
"@
        $said | Should -Be '0', "$($manifest.Version)"
    }

    It 'is not made of a Debug build' {
        { & (Join-Path $root 'build.ps1') -Task Package -Configuration Debug } | Should -Throw -ExpectedMessage '*not of a Debug build. Run ./build.ps1 -Task Package*'
    }
}

Describe 'What the package says about what is in it' -Tag Core {
    BeforeAll {
        $script:bill = Get-Content -LiteralPath (Join-Path $unpacked 'Wfbss.Reports.cdx.json') -Raw | ConvertFrom-Json
        $script:assemblies = $listed | Where-Object { $_ -like '*.dll' }
        $script:ours = 'Wfbss.Reports.Client', 'Wfbss.Reports.PowerShell'
    }

    It 'names every assembly in the bill of materials, with its hash' {
        $named = $bill.components.components
        $named.name | Sort-Object | Should -Be ($assemblies | Sort-Object)
        foreach ($file in $named) {
            $file.hashes.content | Should -Be (Get-FileHash -LiteralPath (Join-Path $unpacked $file.name) -Algorithm SHA256).Hash
        }
    }

    It 'names nothing that does not ship' {
        $bill.components.name | Should -BeIn ($assemblies | Split-Path -LeafBase)
        $bill.components.name | Should -Not -Contain 'PowerShellStandard.Library'
    }

    It 'gives version, license and origin of each component' {
        $bill.metadata.component.name | Should -BeExactly 'Wfbss.Reports'
        $bill.metadata.component.version | Should -BeExactly "$($manifest.Version)"
        foreach ($component in $bill.components) {
            $component.licenses.license.id | Should -BeExactly 'MIT' -Because $component.name
            $purl = $component.name -in $ours ? $null : "pkg:nuget/$($component.name)@$($component.version)"
            $component.purl | Should -BeExactly $purl -Because $component.name
        }
        $bill.components.Where({ $_.name -in $ours }).version | Sort-Object -Unique | Should -BeExactly "$($manifest.Version)"
    }

    It 'has a dependency for each component, on components' {
        $references = @($bill.components.'bom-ref') + $bill.metadata.component.'bom-ref'
        $bill.dependencies.ref | Sort-Object | Should -Be ($references | Sort-Object)
        $bill.dependencies.dependsOn | Where-Object { $_ } | Should -BeIn $references
        $bill.dependencies.Where({ $_.ref -eq $bill.metadata.component.'bom-ref' }).dependsOn | Should -Be "Wfbss.Reports.PowerShell@$($manifest.Version)"
    }

    It 'has neither serial number nor time, so that it is the same each time' {
        $bill.PSObject.Properties.Name | Should -Not -Contain 'serialNumber'
        $bill.metadata.PSObject.Properties.Name | Should -Not -Contain 'timestamp'
    }

    It 'names the versions of the third-party assemblies in the notices, and gives their license' {
        $notices = Get-Content -LiteralPath (Join-Path $unpacked 'THIRD-PARTY-NOTICES.txt') -Raw
        $named = [regex]::Matches($notices, '(?m)^  (?<package>(Microsoft|System)\.\S+ [\d.]+)$').ForEach({ $_.Groups['package'].Value })
        $named | Should -Be ($bill.components.Where({ $_.name -notin $ours }) | ForEach-Object { "$($_.name) $($_.version)" })
        $named | Should -HaveCount 9
        $notices | Should -Match '(?s)The MIT License \(MIT\).*Copyright \(c\) \.NET Foundation and Contributors.*THE SOFTWARE IS PROVIDED'
    }
}

Describe 'build.ps1' -Tag Core {
    It 'takes several tasks as one text, as pwsh -File hands them over' {
        # The second one does not exist, and the first one must not have begun.
        { & (Join-Path $root 'build.ps1') -Task 'Package,Nonsense' } | Should -Throw -ExpectedMessage "There is no task 'Nonsense'.*"
    }
}
