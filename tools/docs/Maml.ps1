# The help file. PlatyPS makes it; what Get-Help cannot show, such as marks of markdown, is put in order here.

function Write-MamlFile {
    # Makes one help file from pages.
    param([string[]] $Page, [string] $Path)

    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    try {
        $help = $Page | ForEach-Object { Import-MarkdownCommandHelp -LiteralPath $_ }
        $made = Export-MamlCommandHelp -CommandHelp $help -OutputFolder $folder -Force
        $document = [xml]::new()
        $document.Load($made.FullName)
    } finally {
        Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
    }

    $names = [System.Xml.XmlNamespaceManager]::new($document.NameTable)
    $names.AddNamespace('maml', 'http://schemas.microsoft.com/maml/2004/10')
    $names.AddNamespace('command', 'http://schemas.microsoft.com/maml/dev/command/2004/10')
    $names.AddNamespace('dev', 'http://schemas.microsoft.com/maml/dev/2004/10')
    foreach ($example in $document.SelectNodes('//command:example', $names)) { Repair-Example -Example $example -Names $names }
    foreach ($text in $document.SelectNodes('//maml:description | //maml:alert', $names)) { Repair-Text -Parent $text }
    foreach ($type in $document.SelectNodes('//dev:type/maml:name | //command:parameterValue', $names)) {
        # A parameter that may be left out is not a type of its own to whoever reads.
        $type.InnerText = $type.InnerText -replace '^System\.Nullable`1\[(.+)\]$', '$1'
    }

    $help | ForEach-Object { Add-Default -Help $_ -Document $document -Names $names }
    Hide-EmptyLink -Document $document -Names $names
    Save-Xml -Document $document -Path $Path
}

function Repair-Example {
    # The first block of code is the example's code; all that follows are its remarks.
    param([System.Xml.XmlElement] $Example, [System.Xml.XmlNamespaceManager] $Names)

    $introduction = $Example.SelectSingleNode('maml:introduction', $Names)
    # PlatyPS cuts the text at empty lines, also inside of code, and marks each cut.
    $cut = [string] [char] 0x80
    $text = ($introduction.ChildNodes.InnerText | Where-Object { $_ -ne $cut }) -join "`n`n"
    $introduction.RemoveAll()

    if ($text -notmatch '(?s)^```powershell\n(?<code>.*?)\n```\s*(?<remarks>.*)$') { throw "An example does not begin with code:`n$text" }
    $Example.SelectSingleNode('dev:code', $Names).InnerText = $Matches.code
    $remarks = $Example.SelectSingleNode('dev:remarks', $Names)
    Add-Paragraph -Parent $remarks -Text $Matches.remarks
    # Get-Help puts the next title right below the last paragraph.
    [void] $remarks.AppendChild($Example.OwnerDocument.CreateElement('maml', 'para', $Names.LookupNamespace('maml')))
}

function Repair-Text {
    # One element for each paragraph, on one line, without marks of markdown.
    param([System.Xml.XmlElement] $Parent)

    $text = $Parent.ChildNodes.InnerText -join "`n`n"
    $Parent.RemoveAll()
    Add-Paragraph -Parent $Parent -Text $text
}

function Add-Paragraph {
    # Adds the paragraphs and code blocks of a text in markdown.
    param([System.Xml.XmlElement] $Parent, [string] $Text)

    foreach ($block in [regex]::Matches($Text.Trim(), '(?s)```\w*\n(?<code>.*?)\n```|(?<text>.+?)(?=\n\n|\n?```|$)')) {
        $plain = if ($block.Groups['code'].Success) { $block.Groups['code'].Value } else { ConvertTo-PlainText -Text $block.Value.Trim("`n") }
        if (-not $plain) { continue }
        $paragraph = $Parent.OwnerDocument.CreateElement('maml', 'para', 'http://schemas.microsoft.com/maml/2004/10')
        $paragraph.InnerText = $plain
        [void] $Parent.AppendChild($paragraph)
    }
}

function ConvertTo-PlainText {
    # One paragraph or list of markdown as Get-Help can show it.
    param([string] $Text)

    # Get-Help wraps lines itself; only a new item of a list begins a new one.
    $line = $Text -replace '\n\s*(?!- )', ' '
    $line = $line -replace '\[([^\]]+)\]\([^)]+\)', '$1'
    $line -replace '`([^`]+)`', '$1' -replace '\*\*([^*]+)\*\*', '$1'
}

function Add-Default {
    # PlatyPS leaves out what parameters are when they are not given.
    param($Help, [xml] $Document, [System.Xml.XmlNamespaceManager] $Names)

    foreach ($parameter in $Help.Parameters | Where-Object DefaultValue) {
        $place = "//command:command[command:details/command:name='$($Help.Title)']/command:parameters/command:parameter[maml:name='$($parameter.Name)']"
        $default = $Document.CreateElement('dev', 'defaultValue', $Names.LookupNamespace('dev'))
        $default.InnerText = $parameter.DefaultValue
        [void] $Document.SelectSingleNode($place, $Names).AppendChild($default)
    }
}

function Hide-EmptyLink {
    # Get-Help shows links as text and an address; a page beside this one has none that leads anywhere from a console.
    param([xml] $Document, [System.Xml.XmlNamespaceManager] $Names)

    foreach ($link in @($Document.SelectNodes('//maml:navigationLink', $Names))) {
        $uri = $link.SelectSingleNode('maml:uri', $Names)
        if ($uri.InnerText -match '^https?:') { continue }
        if ($link.SelectSingleNode('maml:linkText', $Names).InnerText -eq 'Online Version') { [void] $link.ParentNode.RemoveChild($link) }
        else { $uri.RemoveAll() }
    }
}

function Save-Xml {
    # The same document makes the same bytes on every system.
    param([xml] $Document, [string] $Path)

    $settings = [System.Xml.XmlWriterSettings]::new()
    $settings.Indent = $true
    $settings.NewLineChars = "`n"
    $settings.Encoding = [System.Text.UTF8Encoding]::new($false)
    $stream = [System.IO.MemoryStream]::new()
    $writer = [System.Xml.XmlWriter]::Create($stream, $settings)
    $Document.Save($writer)
    $writer.Dispose()
    Write-TextFile -Path $Path -Text ([System.Text.Encoding]::UTF8.GetString($stream.ToArray()))
}
