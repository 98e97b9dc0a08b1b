namespace Wfbss.Reports.Sessions;

/// <summary>To which addresses a session may send: https, or anything on this machine itself.</summary>
internal static class BaseUriRule
{
    /// <exception cref="WfbssException">The address is not absolute, not https, or carries more than an address.</exception>
    public static void Check(Uri baseUri)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        if (HasUserInfo(baseUri))
        {
            throw new WfbssException(
                WfbssErrorKind.HttpsRequired,
                $"The address '{Shown(baseUri)}' comes with a user name or a password, which the service's address does not have.",
                "Give -BaseUri the SMPI URL alone, such as https://cspi.trendmicro.com, and the key pair as -Credential.");
        }

        if (!baseUri.IsAbsoluteUri || (baseUri.Scheme != "https" && !(baseUri.Scheme == "http" && baseUri.IsLoopback)))
        {
            throw new WfbssException(
                WfbssErrorKind.HttpsRequired,
                $"The address '{Shown(baseUri)}' is not https, and requests are only sent unencrypted to this machine itself.",
                "Give -BaseUri the SMPI URL that the console shows beside the key pair; it begins with https://.");
        }

        if (baseUri.Query.Length > 0 || baseUri.Fragment.Length > 0)
        {
            throw new WfbssException(
                WfbssErrorKind.HttpsRequired,
                $"The address '{Shown(baseUri)}' comes with a query or a fragment, which the service's address does not have.",
                "Give -BaseUri the SMPI URL alone, such as https://cspi.trendmicro.com.");
        }
    }

    /// <summary>Whether an address has a user name or a password in it, also one whose scheme was forgotten.</summary>
    internal static bool HasUserInfo(Uri uri) =>
        HasHost(uri) ? uri.UserInfo.Length > 0 : uri.OriginalString.Contains('@');

    /// <summary>
    /// An address for a message, without user name and query: what people put there may be a secret, and messages go to
    /// transcripts.
    /// </summary>
    internal static string Shown(Uri uri)
    {
        if (HasHost(uri))
        {
            return $"{uri.Scheme}://{uri.Authority}{uri.AbsolutePath}";
        }

        return HasUserInfo(uri) ? "..." : uri.OriginalString.Split('?', '#')[0];
    }

    private static bool HasHost(Uri uri) => uri.IsAbsoluteUri && uri.Host.Length > 0;
}
