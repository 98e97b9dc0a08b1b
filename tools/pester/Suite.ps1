# The process that tools/Pester.ps1 starts in an empty home: it saves the package, and runs the suite on what it saved.
param([string] $Pester, [string] $Tests, [string] $Configuration, [string] $Folder, [string] $PackagePath, [string] $ModuleFolder)

$ErrorActionPreference = 'Stop'
if ($PackagePath) {
    # For the tests of the package itself.
    $env:WFBSS_TEST_PACKAGE = $PackagePath
    $repository = New-Item -ItemType Directory -Path (Join-Path $Folder 'repository')
    Copy-Item -LiteralPath $PackagePath -Destination $repository
    $ModuleFolder = (New-Item -ItemType Directory -Path (Join-Path $Folder 'Modules')).FullName
    # Where the home is not that of the environment, as on Windows, it would be left behind.
    Register-PSResourceRepository -Name WfbssTests -Uri $repository.FullName -Trusted -Force
    Save-PSResource -Name Wfbss.Reports -Version '*' -Prerelease -Repository WfbssTests -Path $ModuleFolder
    Unregister-PSResourceRepository -Name WfbssTests
}

$env:PSModulePath = "$ModuleFolder$([System.IO.Path]::PathSeparator)$env:PSModulePath"
$found = (Get-Module -Name Wfbss.Reports -ListAvailable | Select-Object -First 1).ModuleBase
if ("$found" -notlike "$([WildcardPattern]::Escape($ModuleFolder))*") { throw "In '$ModuleFolder' there is no module that is found by its name." }
"Testing $found"

Import-Module -Name $Pester
$settings = New-PesterConfiguration
$settings.Run.Container = New-PesterContainer -Path $Tests -Data @{ Configuration = $Configuration }
$settings.Run.PassThru = $true
# What only PowerShell 7 has: -Parallel, thread jobs, $PSStyle.
if ($PSEdition -ne 'Core') { $settings.Filter.ExcludeTag = 'Core' }
$settings.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $settings
if ($result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount -gt 0) { exit 1 }
if ($result.PassedCount -eq 0) {
    'Pester ran no test.'
    exit 1
}
