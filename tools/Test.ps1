# Runs the tests that need the .NET SDK alone.
param([string] $Configuration)

dotnet test --configuration $Configuration
