# Fails unless a tag, Directory.Build.props and CHANGELOG.md speak of the same version, and the version has its date.
param(
    # v and the version, like v1.2.3.
    [Parameter(Mandatory)]
    [string] $Tag,

    # Where the two files are.
    [string] $Root = [System.IO.Path]::GetDirectoryName([System.IO.Path]::GetDirectoryName($PSScriptRoot))
)

$ErrorActionPreference = 'Stop'
$properties = [xml] [System.IO.File]::ReadAllText([System.IO.Path]::Combine($Root, 'Directory.Build.props'))
$version = $properties.SelectSingleNode('/Project/PropertyGroup/Version').InnerText
if ($Tag -cne "v$version") { throw "The tag $Tag is not v$version, which is the version in Directory.Build.props." }

$changes = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($Root, 'CHANGELOG.md'))
$heading = [regex]::Match($changes, "(?m)^## \[$([regex]::Escape($version))\] - (?<when>.*?)\r?$")
if (-not $heading.Success) { throw "CHANGELOG.md has no section for $version." }
if ($heading.Groups['when'].Value -notmatch '^\d{4}-\d{2}-\d{2}$') {
    throw "The section for $version in CHANGELOG.md has no date, but '$($heading.Groups['when'].Value)'."
}
"$Tag is version $version of $($heading.Groups['when'].Value)."
