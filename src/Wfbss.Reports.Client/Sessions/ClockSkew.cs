namespace Wfbss.Reports.Sessions;

/// <summary>DisplayText about a clock that is off.</summary>
internal static class ClockSkew
{
    /// <summary>The service denies requests beyond this (source: service/smpi.md, "Clock").</summary>
    public static readonly TimeSpan Denied = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan WorthAWarning = TimeSpan.FromMinutes(5);

    public static bool IsWorthAWarning(TimeSpan skew) => skew.Duration() >= WorthAWarning;

    /// <summary>Says how far the clock is off, and what that leads to.</summary>
    public static string Describe(TimeSpan skew)
    {
        var direction = skew > TimeSpan.Zero ? "ahead of" : "behind";
        return $"This machine's clock is {Amount(skew.Duration())} {direction} the service's; "
            + $"the service refuses requests that are more than {Denied.TotalMinutes:0} minutes off.";
    }

    private static string Amount(TimeSpan skew) =>
        skew.TotalMinutes >= 2 ? $"{skew.TotalMinutes:0} minutes" : $"{skew.TotalSeconds:0} seconds";
}
