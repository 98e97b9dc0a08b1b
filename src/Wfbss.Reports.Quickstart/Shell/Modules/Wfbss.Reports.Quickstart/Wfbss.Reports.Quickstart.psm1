# Makes the session ready before the first command of the user: imports the assembled module, and connects it to the sandbox.
try {
    # By its path: another version may be installed, and would be found first by name.
    Import-Module -Name $env:WFBSS_QUICKSTART_MODULE -Global -ErrorAction Stop
    Connect-Wfbss -ErrorAction Stop

    # pwsh leaves it out of a session that comes from a file; it is what completes, and remembers, at the prompt.
    $isPrompt = [Environment]::GetCommandLineArgs() -contains '-NoExit'
    if ($isPrompt -and -not [Console]::IsInputRedirected -and -not [Console]::IsOutputRedirected) {
        Import-Module -Name PSReadLine -Global -ErrorAction Stop
    }
} catch {
    # An error that leaves this file would make pwsh hang while it starts.
    [Console]::Error.WriteLine("Wfbss.Reports could not be made ready: $_")
    [Environment]::Exit(1)
}
