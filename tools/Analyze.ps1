# Runs PSScriptAnalyzer over every script of the repository and the manifest. Any finding fails the task.
param([string] $Configuration)

Write-Verbose "Scripts are the same in $Configuration."
$root = Split-Path -Parent $PSScriptRoot
$files = Get-ChildItem -LiteralPath $root -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
    Where-Object FullName -NotMatch '[\\/](bin|obj|out)[\\/]'
$findings = $files | ForEach-Object {
    # Pester hands parameters on to blocks in which the rule does not look.
    $except = if ($_.Name -like '*.Tests.ps1') { @{ ExcludeRule = 'PSReviewUnusedParameter' } } else { @{} }
    for ($attempt = 1; ; $attempt++) {
        try {
            Invoke-ScriptAnalyzer -Path $_.FullName @except -Settings (Join-Path $root 'PSScriptAnalyzerSettings.psd1') -OutVariable found > $null
            $found
            break
        } catch [System.NullReferenceException], [System.Management.Automation.CommandNotFoundException] {
            # Its rules run in parallel, and now and then one of them comes before what it needs: an object, or Get-Command.
            $flake = $_.Exception -isnot [System.Management.Automation.CommandNotFoundException] -or $_.Exception.CommandName -eq 'Get-Command'
            if ($attempt -eq 3 -or -not $flake) { throw }
        }
    }
}
$findings | Format-Table -AutoSize ScriptName, Line, RuleName, Message -Wrap | Out-String -Width 160
if ($findings) { throw "PSScriptAnalyzer has $(@($findings).Count) findings." }
"PSScriptAnalyzer: $(@($files).Count) files, no findings."
