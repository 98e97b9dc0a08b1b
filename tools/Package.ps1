# Makes the package for the PowerShell Gallery, out/Wfbss.Reports.<version>.nupkg. Publish a Release build.
param([string] $Configuration)

dotnet build --configuration $Configuration -t:PackageModule src/Wfbss.Reports.PowerShell
