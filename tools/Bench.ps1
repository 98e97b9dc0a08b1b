# Measures the client and the cmdlets against a raw HttpClient, in the same run.
param([string] $Configuration)

if ($Configuration -ne 'Release') { Write-Verbose 'Benchmarks are always built for Release.' }
dotnet run --configuration Release --project tests/Wfbss.Reports.Benchmarks -- throughput
