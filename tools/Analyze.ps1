# Runs PSScriptAnalyzer over every script of the repository and the manifest. Any finding fails the task.
param([string] $Configuration)

Write-Verbose "Scripts are the same in $Configuration."
$root = Split-Path -Parent $PSScriptRoot
$files = Get-ChildItem -LiteralPath $root -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
    Where-Object FullName -NotMatch '[\\/](bin|obj|out)[\\/]'
$findings = $files | ForEach-Object {
    Invoke-ScriptAnalyzer -Path $_.FullName -Settings (Join-Path $root 'PSScriptAnalyzerSettings.psd1')
}
$findings | Format-Table -AutoSize ScriptName, Line, RuleName, Message -Wrap | Out-String -Width 160
if ($findings) { throw "PSScriptAnalyzer has $(@($findings).Count) findings." }
"PSScriptAnalyzer: $(@($files).Count) files, no findings."
