# Makes the package for the PowerShell Gallery, out/Wfbss.Reports.<version>.nupkg. Publish a Release build.
param([string] $Configuration)

dotnet build --configuration $Configuration -t:PackageModule src/Wfbss.Reports.PowerShell
(Get-Item -Path (Join-Path (Split-Path -Parent $PSScriptRoot) "out/*.nupkg")).FullName
