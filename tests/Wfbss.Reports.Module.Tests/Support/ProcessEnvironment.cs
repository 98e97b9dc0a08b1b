using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>
/// The variables that Connect-Wfbss reads. They belong to the whole process: only tests of this collection set them, one
/// after the other, and all others say what to connect to.
/// </summary>
[CollectionDefinition(Collection)]
public sealed class ProcessEnvironment
{
    public const string Collection = "Environment of the process";

    public const string Token = "WFBSS_ACCESS_TOKEN";
    public const string Key = "WFBSS_SECRET_KEY";
    public const string Uri = "WFBSS_BASE_URI";

    internal static void Set(SandboxServer server) => Set(server.AccessToken, server.SecretKey, server.BaseUri.AbsoluteUri);

    internal static void Set(string? token, string? key, string? uri)
    {
        Environment.SetEnvironmentVariable(Token, token);
        Environment.SetEnvironmentVariable(Key, key);
        Environment.SetEnvironmentVariable(Uri, uri);
    }

    internal static void Clear() => Set(null, null, null);
}
