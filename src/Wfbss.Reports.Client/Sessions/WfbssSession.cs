using System.Net;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>
/// A key pair, an address, and the pooled connections and pacing that all work with them shares. Safe to use from
/// several threads and runspaces at once. It shows no secret.
/// </summary>
public sealed class WfbssSession : IDisposable
{
    private static int _count;

    private readonly SecretKey _key;
    private int _closed;

    internal WfbssSession(SessionOptions options, SecretKey key, IServiceTransport? transport = null)
    {
        _key = key;
        Options = options;
        Id = Interlocked.Increment(ref _count);
        ConnectedAt = options.TimeProvider.GetLocalNow();
        Policy = new RetryPolicy(options.MaximumRetryCount, options.RetryInterval);
        Pacer = new Pacer(options.TimeProvider);
        Transport = transport ?? new HttpTransport(options, key);
    }

    /// <summary>Counts the sessions of this process, from 1.</summary>
    public int Id { get; }

    /// <summary>The service's address.</summary>
    public Uri BaseUri => Options.BaseUri;

    /// <summary>The version segment of the path; empty if it is left out.</summary>
    public string ApiVersion => Options.ApiVersion;

    /// <summary>The access token: a name, not a secret.</summary>
    public string AccessToken => Options.AccessToken;

    /// <summary>When the session was made.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>
    /// The clock of this machine minus that of the service, in whole seconds, as last seen; <see langword="null"/> before
    /// the first reply. The service refuses requests that are more than 15 minutes off.
    /// </summary>
    public TimeSpan? ClockSkew { get; private set; }

    /// <summary>How long one attempt may take, in seconds.</summary>
    public double TimeoutSec => Options.Timeout.TotalSeconds;

    /// <summary>How often a request may be tried again.</summary>
    public int MaximumRetryCount => Options.MaximumRetryCount;

    /// <summary>The wait before the first retry, in seconds.</summary>
    public double RetryIntervalSec => Options.RetryInterval.TotalSeconds;

    /// <summary>Whether the session can be used.</summary>
    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    /// <summary>The customers that were listed in this session, for completion and for names in results.</summary>
    internal CustomerNames CustomerNames { get; } = new();

    /// <summary>
    /// Whether the service was seen to list a customer that has no reports. Then one that a reply leaves out is not one
    /// without reports.
    /// </summary>
    internal bool ListsCustomersWithoutReports { get; set; }

    internal SessionOptions Options { get; }

    internal RetryPolicy Policy { get; }

    internal Pacer Pacer { get; }

    private IServiceTransport Transport { get; }

    /// <summary>Makes a session, and proves it with one cheap call unless told not to.</summary>
    /// <param name="options">Address, token, patience.</param>
    /// <param name="key">The secret key. The session owns it from here on, and wipes it when it is disposed.</param>
    /// <param name="verify">Whether to ask for one customer, which proves the key pair and measures the clock.</param>
    /// <param name="log">Where to say what is being done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The address is not https, or the service cannot be reached or refuses.</exception>
    /// <exception cref="ArgumentException">The address of the proxy is not one that can be connected to.</exception>
    public static async Task<WfbssSession> ConnectAsync(
        SessionOptions options,
        SecretKey key,
        bool verify = true,
        IOperationLog? log = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(key);

        WfbssSession? session = null;
        try
        {
            BaseUriRule.Check(options.BaseUri);
            if (options.Proxy is WebProxy { Address: { } proxy } && ProxyRule.Violation(proxy) is { } violation)
            {
                throw new ArgumentException($"'{BaseUriRule.Shown(proxy)}': {violation}", nameof(options));
            }

            session = new WfbssSession(options, key);
            if (verify)
            {
                await session.VerifyAsync(log ?? NullOperationLog.Instance, cancellationToken).ConfigureAwait(false);
            }

            return session;
        }
        catch
        {
            session?.Dispose();
            key.Dispose();
            throw;
        }
    }

    /// <summary>Ends the session: the key is wiped and the connections are closed. What is under way fails.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        _key.Dispose();
        Transport.Dispose();
    }

    /// <summary>Which session this is; never its key.</summary>
    public override string ToString() => $"{AccessToken} at {BaseUri.Authority}";

    /// <summary>One attempt, when the pacer admits it.</summary>
    /// <exception cref="WfbssException">The session is closed.</exception>
    internal async Task<Attempt> AttemptAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        using var lease = await Pacer.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!IsOpen)
            {
                throw ServiceErrors.SessionClosed();
            }

            var attempt = await Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            // The Date header has whole seconds, so less than one says nothing.
            if (attempt.ClockSkew is { } skew)
            {
                ClockSkew = TimeSpan.FromSeconds(Math.Truncate(skew.TotalSeconds));
            }

            TellPacer(attempt, lease);
            return attempt;
        }
        catch (ObjectDisposedException) when (!IsOpen)
        {
            throw ServiceErrors.SessionClosed();
        }
    }

    private void TellPacer(Attempt attempt, PacerLease lease)
    {
        var verdict = attempt.Verdict;
        if (verdict.IsThrottled)
        {
            Pacer.SlowDown(lease, verdict.RetryAfter is { Ticks: > 0 } asked ? asked : Policy.BackOff(1));
        }
        else if (verdict.Fate is WriteFate.Done)
        {
            Pacer.Succeeded();
        }
    }

    private async Task VerifyAsync(IOperationLog log, CancellationToken cancellationToken)
    {
        var request = ServiceRequest.Get("customers", new ServiceQuery().Add("page", 1).Add("limit", 1));
        var attempt = await AttemptAsync(request, cancellationToken).ConfigureAwait(false);
        if (log.IsDebugOn)
        {
            log.Debug(AttemptDescription.For(attempt));
        }

        var verdict = attempt.Verdict;
        if (verdict.Fate is not WriteFate.Done)
        {
            throw ServiceErrors.For(verdict, attempt, this);
        }

        if (ClockSkew is { } skew && Sessions.ClockSkew.IsWorthAWarning(skew))
        {
            log.Warning(Sessions.ClockSkew.Describe(skew));
        }
    }
}
