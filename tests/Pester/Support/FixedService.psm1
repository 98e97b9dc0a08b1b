# A service that always answers the same, for what the sandbox does not do.

function Open-FixedService {
    <# .SYNOPSIS
    Listens on loopback, and answers every request with the status, body and headers; with status 0, never. #>
    [OutputType([pscustomobject])]
    param([int] $Status = 200, [string] $Body = '{}', [hashtable] $Header = @{})

    $free = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Loopback, 0)
    $free.Start()
    $uri = "http://127.0.0.1:$($free.LocalEndpoint.Port)/"
    $free.Stop()

    $listener = [System.Net.HttpListener]::new()
    $listener.Prefixes.Add($uri)
    $listener.Start()
    $answer = @{ Status = $Status; Bytes = [System.Text.Encoding]::UTF8.GetBytes($Body); Header = $Header }
    $shell = [powershell]::Create().AddScript({
        param($from, $answer)
        while ($from.IsListening) {
            # It can be stopped between two statements, but not in a call that waits without end.
            $next = $from.GetContextAsync()
            while (-not $next.Wait(50)) { continue }
            if ($answer.Status -eq 0) { continue }
            $response = $next.Result.Response
            $response.StatusCode = $answer.Status
            foreach ($name in $answer.Header.Keys) { $response.Headers[$name] = $answer.Header[$name] }
            $response.OutputStream.Write($answer.Bytes, 0, $answer.Bytes.Length)
            $response.Close()
        }
    }).AddArgument($listener).AddArgument($answer)
    $null = $shell.BeginInvoke()
    [pscustomobject]@{ Uri = $uri; Listener = $listener; Shell = $shell }
}

function Close-FixedService {
    <# .SYNOPSIS
    Stops listening. #>
    param([pscustomobject] $Service)

    $Service.Listener.Abort()
    $Service.Shell.Stop()
    $Service.Shell.Dispose()
}

Export-ModuleMember -Function Open-FixedService, Close-FixedService
