# Runs the Pester suite against the module in out/Wfbss.Reports, which has to be built.
param([string] $Configuration)

$root = Split-Path -Parent $PSScriptRoot
$container = New-PesterContainer -Path (Join-Path -Path $root -ChildPath 'tests' -AdditionalChildPath 'Pester') -Data @{ Configuration = $Configuration }
$pester = New-PesterConfiguration
$pester.Run.Container = $container
$pester.Run.PassThru = $true
$pester.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $pester
if ($result.FailedCount -gt 0 -or $result.FailedContainersCount -gt 0 -or $result.FailedBlocksCount -gt 0) { throw "Pester: $($result.FailedCount) tests failed." }
if ($result.PassedCount -eq 0) { throw 'Pester ran no test.' }
