<#
.SYNOPSIS
The kind of script that this module replaces. after.ps1 beside it does the same; the comments say what goes wrong here.
#>
[CmdletBinding()]
param()

$baseUri = [uri] $(if ($env:WFBSS_BASE_URI) { $env:WFBSS_BASE_URI } else { 'https://cspi.trendmicro.com' })
$token = $env:WFBSS_ACCESS_TOKEN
$key = $env:WFBSS_SECRET_KEY

# The key is text: it ends up in transcripts, in verbose output and in the error when a call fails.
function Invoke-Smpi($Method, $Target, $Body = '') {
    $time = [string] [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($Body)
    $md5 = if ($Body) { [Convert]::ToBase64String([System.Security.Cryptography.MD5]::Create().ComputeHash($bytes)) }
    $hmac = [System.Security.Cryptography.HMACSHA256]::new([System.Text.Encoding]::UTF8.GetBytes($key))
    $signature = [Convert]::ToBase64String($hmac.ComputeHash([System.Text.Encoding]::UTF8.GetBytes("$time$Method$Target$md5")))
    $headers = @{
        'x-access-token' = $token
        'x-posix-time'   = $time
        'x-signature'    = $signature
        'x-traceid'      = [guid]::NewGuid().ToString()
    }
    $call = @{ Method = $Method; Uri = "$($baseUri.AbsoluteUri.TrimEnd('/'))$Target"; Headers = $headers; ContentType = 'application/json; charset=utf-8' }
    if ($Body) { $call.Body = $bytes }
    Invoke-RestMethod @call
}

# The first page only: from the 101st customer on, nobody gets a report.
$customers = (Invoke-Smpi -Method GET -Target '/SMPI/v2.8/service/wfbss/api/customers?page=1&limit=100').customers

$body = '{"type":3,"setting":{"name":"Weekly security","enabled":1,"parameter":{"address":["soc@example.com"],"weekday":1,"email":1,"time":28800,"contents":[{"tbl_type":100}]}}}'
foreach ($customer in $customers) {
    # One call for each customer, one after the other. A timeout stops the script in the middle: some have the report,
    # and running it again gives them a second one. LimitError and the rest come with HTTP 200 and are never looked at.
    Invoke-Smpi -Method POST -Target "/SMPI/v2.8/service/wfbss/api/report?cids=$($customer.id)" -Body $body
}
