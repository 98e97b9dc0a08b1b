# Runs the commands of the workflows in .github/workflows that this machine can run, each in its shell, as GitHub would; lists
# all others and says why not. Actions are not run: the checkout is this one, and what a job hands on stays in out.
param(
    [string] $Configuration = 'Debug',

    # Only commands of jobs whose id matches, like package. Unless they are named, two are left out: the gate, which runs
    # everything, and the version, which is right only on the commit of a release.
    [string] $Job = '^(?!gate$|version$)'
)

$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
dotnet build (Join-Path $root 'tests/Wfbss.Reports.Module.Tests') --configuration $Configuration --verbosity quiet --nologo
if ($LASTEXITCODE -ne 0) { throw 'The tests, which have the YAML reader, cannot be built.' }
Add-Type -Path (Join-Path $root "tests/Wfbss.Reports.Module.Tests/bin/$Configuration/net10.0/YamlDotNet.dll")

$system = if ($IsWindows) { 'windows-latest' } elseif ($IsMacOS) { 'macos-latest' } else { 'ubuntu-latest' }
$temporary = (New-Item -ItemType Directory -Path (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()))).FullName
$version = ([xml] (Get-Content -Raw -LiteralPath (Join-Path $root 'Directory.Build.props'))).Project.PropertyGroup.Version | Select-Object -First 1
$github = @{ RUNNER_TEMP = $temporary; GITHUB_REF_NAME = "v$version"; GITHUB_OUTPUT = Join-Path $temporary 'output' }

function Get-Obstacle {
    # Why a step does not run here; nothing if it does.
    param($JobNode, $Step)

    $where = "$($JobNode['runs-on'])"
    $command = "$($Step['run'])"
    if ($where -notin $system, '${{ matrix.os }}') { "runs on $where" }
    elseif ($Step['env'] -and "$($Step['env'].Values)" -match 'secrets\.') { 'needs a secret' }
    elseif ($command -match '(?m)^sudo ' -and -not (Get-Command sudo -ErrorAction Ignore)) { 'needs sudo' }
    elseif (-not (Get-Command $Step['shell'] -ErrorAction Ignore)) { "needs $($Step['shell'])" }
}

function Invoke-Step {
    # Runs a step's command in its shell, with the newest value of each dimension of the matrix; returns its exit code.
    param($JobNode, $Step)

    $matrix = if ($JobNode['strategy']) { $JobNode['strategy']['matrix'] }
    $environment = $github.Clone()
    if ($Step['env']) {
        foreach ($name in $Step['env'].Keys) {
            $environment[$name] = [regex]::Replace($Step['env'][$name], '\$\{\{ matrix\.(\w+) \}\}', { $matrix[$args[0].Groups[1].Value][-1] })
        }
    }
    foreach ($name in $environment.Keys) { [Environment]::SetEnvironmentVariable($name, $environment[$name]) }
    $bash = $Step['shell'] -eq 'bash'
    $file = Join-Path $temporary "step.$(if ($bash) { 'sh' } else { 'ps1' })"
    $before, $after = if ($bash) { 'set -eo pipefail' } else { "`$ErrorActionPreference = 'stop'", 'if (Test-Path variable:LASTEXITCODE) { exit $LASTEXITCODE }' }
    Set-Content -LiteralPath $file -Value $before, $Step['run'], $after
    if ($bash) { bash $file | Out-Host } else { & $Step['shell'] -NoProfile -NonInteractive -File $file | Out-Host }
    $LASTEXITCODE
}

Push-Location -LiteralPath $root
try {
    $results = foreach ($file in Get-ChildItem -Path .github/workflows/*.yml) {
        $workflow = [YamlDotNet.Serialization.Deserializer]::new().Deserialize((Get-Content -Raw -LiteralPath $file))
        foreach ($id in $workflow['jobs'].Keys -match $Job) {
            $node = $workflow['jobs'][$id]
            foreach ($step in $node['steps'] | Where-Object { $_ -and $_['run'] }) {
                $result = [pscustomobject]@{ Workflow = $file.Name; Job = $id; Step = $step['name']; Result = Get-Obstacle $node $step }
                if (-not $result.Result) {
                    "=== $($file.Name), ${id}: $($step['name'])" | Out-Host
                    $code = Invoke-Step $node $step
                    $result.Result = if ($code -eq 0) { 'ran' } else { "failed with exit code $code" }
                }
                $result
            }
        }
    }
} finally {
    Pop-Location
    Remove-Item -LiteralPath $temporary -Recurse -Force -ErrorAction Ignore
}
$results | Format-Table -AutoSize | Out-String -Width 160
if ($results.Result -match '^failed') { throw 'A command of a workflow failed.' }
if ($results.Result -notcontains 'ran') { throw 'No command of a workflow ran.' }
