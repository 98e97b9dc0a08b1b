# Publishes a package, as it is, to the PowerShell Gallery. The key is taken from the environment variable
# PSGALLERY_API_KEY, so that it is on no command line.
param(
    # The package; a wildcard has to match one file.
    [Parameter(Mandatory)]
    [string] $PackagePath,

    # A registered repository; another than the Gallery is for a rehearsal.
    [string] $Repository = 'PSGallery'
)

$ErrorActionPreference = 'Stop'
$package = @(Get-Item -Path $PackagePath)
if ($package.Count -ne 1) { throw "There are $($package.Count) packages at $PackagePath, not one." }

$key = @{}
if ($env:PSGALLERY_API_KEY) { $key.ApiKey = $env:PSGALLERY_API_KEY }
elseif ($Repository -eq 'PSGallery') { throw 'PSGALLERY_API_KEY has no value.' }
Publish-PSResource -NupkgPath $package[0].FullName -Repository $Repository @key
"Published $($package[0].Name) to $Repository."
