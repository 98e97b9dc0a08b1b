# A sandbox of a test file's own, in a process of its own.

$root = Split-Path -Parent (Split-Path -Parent (Split-Path -Parent $PSScriptRoot))

# The module as the build has put it together.
$script:ModulePath = [System.IO.Path]::Combine($root, 'out', 'Wfbss.Reports', 'Wfbss.Reports.psd1')

function Open-TestSandbox {
    <# .SYNOPSIS
    Runs the sandbox, imports the module, and connects; what it writes says where and with which keys. #>
    [OutputType([pscustomobject])]
    param([string] $Configuration, [string[]] $Option = @())

    $sandbox = [System.IO.Path]::Combine($root, 'src', 'Wfbss.Reports.Sandbox', 'bin', $Configuration, 'net10.0', 'Wfbss.Reports.Sandbox.dll')
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    $start.RedirectStandardOutput = $true
    foreach ($argument in @($sandbox, '--port', '0') + $Option) { $start.ArgumentList.Add($argument) }
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

Export-ModuleMember -Function Open-TestSandbox, Close-TestSandbox -Variable ModulePath
