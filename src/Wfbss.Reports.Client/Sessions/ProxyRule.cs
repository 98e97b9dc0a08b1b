namespace Wfbss.Reports.Sessions;

/// <summary>Which addresses a proxy may have: those that the runtime can connect to, without a name or password.</summary>
internal static class ProxyRule
{
#if NET
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#else
    private static readonly string[] Schemes = ["http"];
#endif

    /// <summary>What is wrong with the address of a proxy, as a sentence; <see langword="null"/> if nothing is.</summary>
    public static string? Violation(Uri proxy)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        if (BaseUriRule.HasUserInfo(proxy))
        {
            return "the address of a proxy has no user name and no password in it. Specify them with -ProxyCredential.";
        }

        return proxy is { IsAbsoluteUri: true, Host.Length: > 0, Port: > 0 } && Schemes.Contains(proxy.Scheme)
            ? null
            : $"the address of a proxy has a scheme ({string.Join(", ", Schemes)}), a host and a port, such as http://proxy.corp:8080.";
    }
}
