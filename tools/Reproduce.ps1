# Makes the package in two clones of what is committed, in folders of different names and depths. It fails if the packages
# are not the same, and names the entries that differ.
param([string] $Configuration = 'Release')

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
$root = Split-Path -Parent $PSScriptRoot
if (git -C $root status --porcelain) { Write-Warning 'Changes that are not committed are left out.' }
# The links to the sources are made of the remote: that of a clone is this folder.
$remote = git -C $root remote | Select-Object -First 1
$address = if ($remote) { git -C $root remote get-url $remote }

$stage = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
try {
    $clones = 'first', 'second/below' | ForEach-Object { Join-Path $stage $_ }
    foreach ($clone in $clones) {
        git clone --quiet $root $clone
        if ($address) { git -C $clone remote set-url origin $address } else { git -C $clone remote remove origin }
    }
    $packages = foreach ($clone in $clones) {
        $null = & ([System.IO.Path]::Combine($clone, 'tools', 'Package.ps1')) -Configuration $Configuration -Destination "$clone/out"
        Get-Item -Path "$clone/out/*.nupkg"
    }

    $hashes = ($packages | Get-FileHash -Algorithm SHA256).Hash
    if ($hashes[0] -ne $hashes[1]) {
        $contents = foreach ($package in $packages) {
            $archive = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
            , @($archive.Entries | Select-Object -Property FullName, Crc32)
            $archive.Dispose()
        }
        $different = (Compare-Object -ReferenceObject $contents[0] -DifferenceObject $contents[1] -Property FullName, Crc32).FullName | Sort-Object -Unique
        throw "Two clones of one commit made different packages. Look at: $($different -join ', ')."
    }
} finally {
    Remove-Item -LiteralPath $stage -Recurse -Force -ErrorAction Ignore
}
"Two clones made the same package.`nSHA-256 $($hashes[0])"
