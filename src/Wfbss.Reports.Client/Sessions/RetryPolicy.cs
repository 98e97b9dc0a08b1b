using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>When a request is sent again, and after which wait. This is the one place that decides it.</summary>
internal sealed class RetryPolicy
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);
#if !NET
    private static readonly Random Shared = new();
#endif

    private readonly int _maximumRetryCount;
    private readonly TimeSpan _interval;
    private readonly Func<double> _random;

    /// <param name="maximumRetryCount">How often a request may be sent again.</param>
    /// <param name="interval">The wait before the first retry.</param>
    /// <param name="random">Numbers from 0 up to 1 for the jitter; <see langword="null"/> for real ones.</param>
    public RetryPolicy(int maximumRetryCount, TimeSpan interval, Func<double>? random = null)
    {
        _maximumRetryCount = maximumRetryCount;
        _interval = interval;
        _random = random ?? NextRandom;
    }

    /// <summary>
    /// Whether a request may go out again as it is. A read may whenever it got no answer; a write only if it is known
    /// not to have been carried out.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="verdict">What its latest attempt tells.</param>
    /// <param name="tries">How many attempts it has had.</param>
    public bool MayRepeat(ServiceRequest request, Verdict verdict, int tries) =>
        tries <= _maximumRetryCount && verdict.Fate switch
        {
            WriteFate.NotDone => true,
            WriteFate.Unknown => !request.IsWrite,
            _ => false,
        };

    /// <summary>Whether a write that a read-back has proven absent may be sent again.</summary>
    /// <param name="sends">How often it has been sent.</param>
    public bool MayRepeatProvenAbsent(int sends) => sends <= _maximumRetryCount;

    /// <summary>
    /// The wait before a retry: exponential, capped at a minute, with the upper half left to chance so that callers
    /// who failed together do not come back together.
    /// </summary>
    /// <param name="retry">1 for the first retry.</param>
    public TimeSpan BackOff(int retry)
    {
        var doubled = _interval.TotalMilliseconds * Math.Pow(2, Math.Min(retry - 1, 30));
        var capped = Math.Min(doubled, LongestBackOff.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(capped * (0.5 + (_random() / 2)));
    }

#pragma warning disable CA5394 // Jitter needs no secrecy.
#if NET
    private static double NextRandom() => Random.Shared.NextDouble();
#else
    private static double NextRandom()
    {
        lock (Shared)
        {
            return Shared.NextDouble();
        }
    }
#endif
#pragma warning restore CA5394
}
