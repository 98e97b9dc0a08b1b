# A sandbox of a test file's own, in a process of its own.

$root = Split-Path -Parent (Split-Path -Parent (Split-Path -Parent $PSScriptRoot))

# The module that PowerShell finds by its name, as where it is installed. tools/Pester.ps1 puts the packed one first.
$script:ModulePath = (Get-Module -Name Wfbss.Reports -ListAvailable | Select-Object -First 1).Path
if (-not $script:ModulePath) { throw 'The module is not installed here: run build.ps1 -Task Pester.' }

function Open-TestSandbox {
    <# .SYNOPSIS
    Runs the sandbox, imports the module, and connects; what it writes says where and with which keys. #>
    [OutputType([pscustomobject])]
    param([string] $Configuration, [string[]] $Option = @())

    $sandbox = [System.IO.Path]::Combine($root, 'src', 'Wfbss.Reports.Sandbox', 'bin', $Configuration, 'net10.0', 'Wfbss.Reports.Sandbox.dll')
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet', (@("`"$sandbox`"", '--port', '0') + $Option) -join ' ')
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)

    $said = @{}
    while ($said.Count -lt 3) {
        $line = $process.StandardOutput.ReadLine()
        if ($null -eq $line) { throw "The sandbox has ended; was it built for $Configuration?" }
        if ($line -match '^\s+(?<what>URL|Access token|Secret key)\s+(?<value>\S+)$') { $said[$Matches.what] = $Matches.value }
    }

    Import-Module -Name $script:ModulePath -Force -Global
    $key = [System.Net.NetworkCredential]::new($said['Access token'], $said['Secret key']).SecurePassword
    $credential = [pscredential]::new($said['Access token'], $key)
    Connect-Wfbss -Credential $credential -BaseUri $said['URL']
    [pscustomobject]@{ Process = $process; Uri = $said['URL']; Credential = $credential; Secret = $said['Secret key'] }
}

function Close-TestSandbox {
    <# .SYNOPSIS
    Ends the session and the sandbox. #>
    param([pscustomobject] $Sandbox)

    Disconnect-Wfbss
    $Sandbox.Process.Kill()
    $Sandbox.Process.WaitForExit()
    $Sandbox.Process.Dispose()
}

function Get-SandboxPage([pscustomobject] $Sandbox) {
    (Invoke-WebRequest -Uri $Sandbox.Uri -UseBasicParsing -Verbose:$false).Content
}

function Get-SandboxRequestCount {
    <# .SYNOPSIS
    How many requests the sandbox has had so far. #>
    [OutputType([int])]
    param([pscustomobject] $Sandbox)

    [int] [regex]::Match((Get-SandboxPage $Sandbox), '(\d+) requests, ').Groups[1].Value
}

function Get-SandboxRequest {
    <# .SYNOPSIS
    What the sandbox was asked, oldest first: the latest 100 requests of its page, or those that came after so many. #>
    [OutputType([pscustomobject])]
    param([pscustomobject] $Sandbox, [int] $After = -1)

    $page = Get-SandboxPage $Sandbox
    $row = '<tr><td>[\d:.]+</td><td>(?<method>[A-Z]+) (?<target>[^<]*)</td><td>(?<status>[^<]*)</td><td>[^<]*</td><td>[^<]*</td><td>(?<body>[^<]*)</td></tr>'
    $requests = [regex]::Matches($page, $row) | ForEach-Object {
        [pscustomobject]@{
            Method   = $_.Groups['method'].Value
            Resource = $_.Groups['target'].Value -replace '^.*/api/' -replace '\?.*$'
            Target   = [System.Net.WebUtility]::HtmlDecode($_.Groups['target'].Value)
            Status   = $_.Groups['status'].Value
            Body     = [System.Net.WebUtility]::HtmlDecode($_.Groups['body'].Value)
        }
    }
    $requests = @($requests)
    [array]::Reverse($requests)
    if ($After -lt 0) { return $requests }

    $new = [int] [regex]::Match($page, '(\d+) requests, ').Groups[1].Value - $After
    if ($new -gt $requests.Count) { throw "The sandbox's page shows $($requests.Count) of $new requests." }
    $requests | Select-Object -Last $new
}

function Get-SandboxChange {
    <# .SYNOPSIS
    How many reports were created, replaced or removed so far. #>
    [OutputType([int])]
    param([pscustomobject] $Sandbox)

    [int] [regex]::Match((Get-SandboxPage $Sandbox), '(\d+) changes to reports').Groups[1].Value
}

Export-ModuleMember -Function Open-TestSandbox, Close-TestSandbox, Get-SandboxRequest, Get-SandboxRequestCount, Get-SandboxChange -Variable ModulePath
