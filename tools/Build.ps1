# Builds everything and assembles the module in out/Wfbss.Reports.
param([string] $Configuration)

dotnet build --configuration $Configuration
