# What Compress-PSResource leaves out of a package, and what it puts in that differs each time.

# Where NuGet itself puts the properties when a package is to be the same each time.
$script:PropertiesName = 'package/services/metadata/core-properties/nuget.psmdcp'

function Copy-Package {
    # Copies a package: with the tags that the Gallery finds commands by; with its entries in order and of one time; and
    # without names that are made up anew for each package.
    param([string] $Path, [string] $Destination, [string[]] $CmdletName)

    $source = [System.IO.Compression.ZipFile]::OpenRead($Path)
    $target = [System.IO.Compression.ZipArchive]::new([System.IO.File]::Create($Destination), 'Create')
    try {
        $contents = [System.Collections.Generic.SortedDictionary[string, byte[]]]::new([System.StringComparer]::Ordinal)
        foreach ($entry in $source.Entries) {
            $name = $entry.FullName -like '*.psmdcp' ? $PropertiesName : $entry.FullName
            $contents.Add($name, (Get-PackedContent -Entry $entry -CmdletName $CmdletName))
        }
        foreach ($name in $contents.Keys) { Add-Entry -Archive $target -Name $name -Content $contents[$name] }
    } finally {
        $target.Dispose()
        $source.Dispose()
    }
}

function Get-PackedContent {
    # What an entry has to hold: most hold it already.
    [OutputType([byte[]])]
    param([System.IO.Compression.ZipArchiveEntry] $Entry, [string[]] $CmdletName)

    $document = [xml]::new()
    $document.PreserveWhitespace = $true
    switch -Wildcard ($Entry.FullName) {
        '*.nuspec' { Read-Entry -Entry $Entry -Document $document; Add-CommandTag -Document $document -CmdletName $CmdletName }
        '*.psmdcp' { Read-Entry -Entry $Entry -Document $document; $document.coreProperties.lastModifiedBy = 'NuGet.Packaging' }
        '_rels/.rels' { Read-Entry -Entry $Entry -Document $document; Rename-Relationship -Document $document }
        '`[Content_Types`].xml' { Read-Entry -Entry $Entry -Document $document; Format-TypeList -Document $document }
    }

    $content = [System.IO.MemoryStream]::new()
    if ($document.DocumentElement) {
        $document.Save($content)
    } else {
        $stream = $Entry.Open()
        $stream.CopyTo($content)
        $stream.Dispose()
    }
    , $content.ToArray()
}

function Read-Entry {
    # Loads an entry that is XML.
    param([System.IO.Compression.ZipArchiveEntry] $Entry, [xml] $Document)

    $stream = $Entry.Open()
    $Document.Load($stream)
    $stream.Dispose()
}

function Add-CommandTag {
    # The Gallery, and Find-PSResource -CommandName there, know the commands of a module by these tags.
    param([xml] $Document, [string[]] $CmdletName)

    $commands = $CmdletName | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" }
    $Document.package.metadata.tags = @($Document.package.metadata.tags) + 'PSIncludes_Cmdlet' + $commands -join ' '
}

function Rename-Relationship {
    # Its id and the name of the properties are made up for each package. An id has to be unique only in its file.
    param([xml] $Document)

    $number = 0
    foreach ($relationship in $Document.Relationships.Relationship) {
        $number++
        $relationship.Id = "R$number"
        if ($relationship.Target -like '*.psmdcp') { $relationship.Target = "/$PropertiesName" }
    }
}

function Format-TypeList {
    # The types come in the order in which the file system lists the files.
    param([xml] $Document)

    $children = [string[]] $Document.DocumentElement.ChildNodes.Where({ $_ -is [System.Xml.XmlElement] }).OuterXml
    [System.Array]::Sort($children, [System.StringComparer]::Ordinal)
    $Document.DocumentElement.InnerXml = $children -join "`n"
}

function Add-Entry {
    # The time is the earliest that an archive can hold. The attributes are those of a file that everybody may read, in
    # the form of Unix; what makes the archive would put its own default there.
    param([System.IO.Compression.ZipArchive] $Archive, [string] $Name, [byte[]] $Content)

    $entry = $Archive.CreateEntry($Name, [System.IO.Compression.CompressionLevel]::Optimal)
    $entry.LastWriteTime = [System.DateTimeOffset]::new(1980, 1, 1, 0, 0, 0, [timespan]::Zero)
    $entry.ExternalAttributes = 0x81A4 -shl 16
    $stream = $entry.Open()
    $stream.Write($Content, 0, $Content.Length)
    $stream.Dispose()
}
