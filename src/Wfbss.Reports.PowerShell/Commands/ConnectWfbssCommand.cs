using System.Management.Automation;
using System.Net;
using System.Security;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Connect-Wfbss: makes a session, proves it, and makes it the default of this runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "Wfbss", DefaultParameterSetName = EnvironmentSet, HelpUri = HelpPages.ConnectWfbss)]
[OutputType(typeof(WfbssSession))]
public sealed class ConnectWfbssCommand : WfbssCommand
{
    private const string EnvironmentSet = "Environment";
    private const string CredentialSet = "Credential";
    private const string KeySet = "Key";

    /// <summary>The key pair: user name = access token, password = secret key.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true, Position = 0)]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>The access token of the key pair.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [TextTransformation(IsHidden = true)]
    public string? AccessToken { get; set; }

    /// <summary>The secret key of the key pair.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [ValidateNotNull]
    public SecureString? SecretKey { get; set; }

    /// <summary>The SMPI URL that the console shows beside the key pair.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>The version of the interface; empty leaves it out of the path.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ApiVersionCompleter))]
    [ValidatePattern(@"^(v\d+(\.\d+)*)?\z")]
    [TextTransformation]
    public string ApiVersion { get; set; } = SessionOptions.DefaultApiVersion;

    /// <summary>The proxy to use instead of the system's, with scheme and port.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy that -Proxy names.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>How long one request may take, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [WholeNumberTransformation]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>How often a request may be tried again after an attempt that changed nothing.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    [WholeNumberTransformation]
    public int MaximumRetryCount { get; set; } = 5;

    /// <summary>The wait before the first retry, in seconds; it doubles with each further one, up to a minute.</summary>
    [Parameter]
    [ValidateRange(0, 3600)]
    [WholeNumberTransformation]
    public int RetryIntervalSec { get; set; } = 1;

    /// <summary>Makes no call to prove the key pair.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter SkipVerification { get; set; }

    /// <summary>Writes the session.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter PassThru { get; set; }

    private protected override void End()
    {
        var proxy = WebProxy();
        var (token, key) = KeyPair();
        if (!IsHeaderSafe(token))
        {
            key.Dispose();
            ThrowTerminatingError(ErrorRecords.BadValue("AccessToken", token, "the access token is the GUID that the console shows, without blanks or other signs."));
        }

        var options = new SessionOptions
        {
            AccessToken = token,
            BaseUri = BaseUri ?? EnvironmentBaseUri() ?? SessionOptions.DefaultBaseUri,
            ApiVersion = ApiVersion,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            RetryInterval = TimeSpan.FromSeconds(RetryIntervalSec),
            Proxy = proxy,
        };
        var session = Await(stop => WfbssSession.ConnectAsync(options, key, !SkipVerification, Log, stop));
        WriteVerbose($"Connected as {session}.");
        DefaultSessions.Current = session;
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    private (string Token, SecretKey Key) KeyPair()
    {
        switch (ParameterSetName)
        {
            case CredentialSet:
                RequireKey(Credential!.Password, nameof(Credential));
                return (Credential.UserName.Trim(), Signing.SecretKey.FromSecureString(Credential.Password));
            case KeySet:
                RequireKey(SecretKey!, nameof(SecretKey));
                return (AccessToken!.Trim(), Signing.SecretKey.FromSecureString(SecretKey!));
            default:
                var token = Environment.GetEnvironmentVariable("WFBSS_ACCESS_TOKEN");
                var key = Environment.GetEnvironmentVariable("WFBSS_SECRET_KEY");
                if (string.IsNullOrWhiteSpace(token) || string.IsNullOrWhiteSpace(key))
                {
                    ThrowTerminatingError(ErrorRecords.NoCredential());
                }

                return (token!.Trim(), Signing.SecretKey.FromText(key!.Trim()));
        }
    }

    private void RequireKey(SecureString secret, string parameter)
    {
        if (secret.Length > 0)
        {
            return;
        }

        ThrowTerminatingError(ErrorRecords.BadValue(parameter, "", "the secret key is empty."));
    }

    // Only where the key pair comes from the environment too: a variable must not send someone's key elsewhere.
    private Uri? EnvironmentBaseUri()
    {
        if (ParameterSetName != EnvironmentSet)
        {
            return null;
        }

        var text = Environment.GetEnvironmentVariable("WFBSS_BASE_URI");
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            ThrowTerminatingError(ErrorRecords.BadValue(
                "BaseUri",
                Uri.TryCreate(text, UriKind.Relative, out var relative) ? BaseUriRule.Shown(relative) : "...",
                "WFBSS_BASE_URI is not an absolute address such as https://cspi.trendmicro.com."));
        }

        return uri;
    }

    private WebProxy? WebProxy()
    {
        if (Proxy is null)
        {
            if (ProxyCredential is not null)
            {
                Fail(ErrorRecords.BadValue(nameof(ProxyCredential), ProxyCredential.UserName, "it is for the proxy that -Proxy names. Specify -Proxy, too."));
            }

            return null;
        }

        if (ProxyRule.Violation(Proxy) is { } violation)
        {
            Fail(ErrorRecords.BadValue(nameof(Proxy), BaseUriRule.Shown(Proxy), violation));
        }

        return new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() };
    }

    private static bool IsHeaderSafe(string token) => token.Length > 0 && token.All(c => c is > ' ' and <= '~');
}
