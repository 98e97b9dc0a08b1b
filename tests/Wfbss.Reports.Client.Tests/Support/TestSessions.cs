using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Sessions over a transport without network.</summary>
internal static class TestSessions
{
    public const string Secret = "correct-horse-battery-staple-0123456789abcdef";

    public static SessionOptions Options { get; } = new()
    {
        AccessToken = "74AE704D-CD9E-4F45-A62B-CA3AED65F99F",
        BaseUri = new Uri("https://smpi.example.com"),
        TimeProvider = new HurryingTime(),
    };

    public static WfbssSession Over(IServiceTransport transport, SessionOptions? options = null) =>
        new(options ?? Options with { TimeProvider = new HurryingTime() }, SecretKey.FromText(Secret), transport);

    public static WfbssSession Over(Func<ServiceRequest, Attempt> answer, SessionOptions? options = null) =>
        Over(new ScriptedTransport(answer), options);

    public static RequestSender SenderOver(IServiceTransport transport, SessionOptions? options = null, IOperationLog? log = null) =>
        new(Over(transport, options), log ?? NullOperationLog.Instance);
}
