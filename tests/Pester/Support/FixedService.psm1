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
    $job = Start-ThreadJob -ArgumentList $listener, $Status, ([System.Text.Encoding]::UTF8.GetBytes($Body)), $Header {
        param($Listener, $Status, $Bytes, $Header)
        while ($Listener.IsListening) {
            # A job can be stopped between two statements, but not in a call that waits without end.
            $next = $Listener.GetContextAsync()
            while (-not $next.Wait(50)) { continue }
            $context = $next.Result
            if ($Status -eq 0) { continue }
            $context.Response.StatusCode = $Status
            foreach ($name in $Header.Keys) { $context.Response.Headers[$name] = $Header[$name] }
            $context.Response.OutputStream.Write($Bytes, 0, $Bytes.Length)
            $context.Response.Close()
        }
    }
    [pscustomobject]@{ Uri = $uri; Listener = $listener; Job = $job }
}

function Close-FixedService {
    <# .SYNOPSIS
    Stops listening. #>
    param([pscustomobject] $Service)

    $Service.Listener.Abort()
    Remove-Job -Job $Service.Job -Force
}

Export-ModuleMember -Function Open-FixedService, Close-FixedService
