# Another PowerShell of the same kind as this one, for what only a process of its own shows.

function Get-TestPwsh {
    <# .SYNOPSIS
    The program to start, and the arguments that come before all others. #>
    [OutputType([string[]])]
    param()

    # Installed as a .NET tool, pwsh runs in the dotnet host, whose path says nothing of pwsh.
    $program = (Get-Process -Id $PID).Path
    $program
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

function Invoke-TestPwsh {
    <# .SYNOPSIS
    Runs PowerShell with the arguments, and returns its exit code and the lines of both its streams. #>
    [OutputType([pscustomobject])]
    param([Parameter(ValueFromRemainingArguments)] [string[]] $Argument)

    # The exit code is what is asked for, and what goes to the error stream is read like the rest.
    $PSNativeCommandUseErrorActionPreference = $false
    $ErrorActionPreference = 'Continue'
    $program, [string[]] $before = Get-TestPwsh
    $said = & $program @before -NoProfile -NonInteractive @Argument 2>&1
    [pscustomobject]@{ ExitCode = $LASTEXITCODE; Said = @($said | ForEach-Object { "$_" }) }
}

function Get-TestPwshStart {
    <# .SYNOPSIS
    How to start PowerShell with a command line that is one text, as a task scheduler does. #>
    [OutputType([System.Diagnostics.ProcessStartInfo])]
    param([string] $CommandLine)

    $program, [string[]] $before = Get-TestPwsh
    $quoted = $before | ForEach-Object { '"{0}" ' -f $_ }
    [System.Diagnostics.ProcessStartInfo]::new($program, "$quoted$CommandLine")
}

Export-ModuleMember -Function Get-TestPwsh, Invoke-TestPwsh, Get-TestPwshStart
