namespace Wfbss.Reports.Sandbox.CommandLine;

/// <summary>What the executable prints when it is ready.</summary>
internal static class Welcome
{
    public static string Text(SandboxServer server)
    {
        var address = server.BaseUri.GetLeftPart(UriPartial.Authority);
        return $"""
            WFBS-SVC sandbox with {server.State.Customers.Count} customers.

              URL           {address}
              Access token  {server.AccessToken}
              Secret key    {server.SecretKey}

            Connect from another terminal:

              {ConnectLine(server)}

            Customers, reports and the latest requests: {address}/
            Ctrl+C stops it.

            """;
    }

    private static string ConnectLine(SandboxServer server) =>
        $"Connect-Wfbss -BaseUri {server.BaseUri.GetLeftPart(UriPartial.Authority)} -AccessToken {server.AccessToken}"
        + $" -SecretKey (ConvertTo-SecureString '{server.SecretKey.Replace("'", "''", StringComparison.Ordinal)}' -AsPlainText -Force)";
}
