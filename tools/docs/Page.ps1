# The markdown pages.

function Write-TextFile {
    # Writes UTF-8 without a byte order mark, lines that end in LF, and one line end at the end: on every system the same.
    param([string] $Path, [string] $Text)

    $text = $Text.Replace("`r`n", "`n").Trim("`n") + "`n"
    [System.IO.File]::WriteAllText($Path, $text, [System.Text.UTF8Encoding]::new($false))
}

function Sync-Page {
    # Makes the page of a cmdlet, or brings its syntax and parameters up to date.
    param([System.Management.Automation.CmdletInfo] $Command, [string] $Folder)

    $path = Join-Path $Folder "$($Command.Name).md"
    if (-not (Test-Path -LiteralPath $path)) {
        $made = New-MarkdownCommandHelp -CommandInfo $Command -OutputFolder ([System.IO.Path]::GetTempPath()) -Force
        Move-Item -LiteralPath $made.FullName -Destination $path
    }

    Update-MarkdownCommandHelp -LiteralPath $path -NoBackup
    $text = [System.IO.File]::ReadAllText($path).Replace("`r`n", "`n")
    # The day on which it was made says nothing that git does not say better.
    $text = $text -replace '(?m)^ms\.date:.*\n'
    # PlatyPS adds its own sentence to ours with each update.
    $text = $text -replace '(?m)(?<=[^\n]\n)(?:Runs the command in a mode that|Prompts you for confirmation)[^\n]*\n'
    Write-TextFile -Path $path -Text $text
}
