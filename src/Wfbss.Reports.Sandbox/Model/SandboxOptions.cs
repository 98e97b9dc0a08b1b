namespace Wfbss.Reports.Sandbox;

/// <summary>How a sandbox is filled and how it behaves where the real service's behaviour is unknown.</summary>
public sealed record SandboxOptions
{
    /// <summary>How many customers are made from the seed; 0 or more.</summary>
    public int Customers { get; init; } = 25;

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>What customers, the key pair and random faults are made from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How long every request waits before it is carried out.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The service's clock minus the real one.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>How far <c>x-posix-time</c> may be from the service's clock.</summary>
    public TimeSpan AllowedClockSkew { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many reports a customer can have.</summary>
    public int ReportLimit { get; init; } = 10;

    /// <summary>How many customers start with <see cref="ReportLimit"/> reports; picked by the seed, never the first one.</summary>
    public int FullCustomers { get; init; }

    /// <summary>Whether <c>GET report</c> returns <c>parameter.contents</c>.</summary>
    public bool ReturnContents { get; init; }

    /// <summary>Whether an element that is not <c>Done</c> carries <c>rtid</c>.</summary>
    public bool FailedElementHasRtid { get; init; }

    /// <summary>Whether <c>GET report</c> leaves out customers without a report, or without one that matches.</summary>
    public bool OmitCustomersWithoutReports { get; init; }

    /// <summary>Whether JSON is labelled <c>text/html</c>.</summary>
    public bool LabelJsonAsHtml { get; init; }

    /// <summary>Whether a request that names nobody the service knows is a 400 instead of an empty list.</summary>
    public bool RejectUnknownIdAlone { get; init; }

    /// <summary>Whether a request not labelled <c>application/json</c> is answered 415.</summary>
    public bool RequireContentType { get; init; }

    /// <summary>Whether <c>license_type</c> comes as text instead of an integer.</summary>
    public bool LicenseTypeAsText { get; init; }

    /// <summary>Whether ids in replies are lower case.</summary>
    public bool LowerCaseIds { get; init; }

    /// <summary>Whether the elements of a reply to a write come in the opposite order of the request's ids.</summary>
    public bool ReverseElements { get; init; }

    /// <summary>Whether the <c>message</c> of a success is <c>null</c> instead of empty.</summary>
    public bool NullMessages { get; init; }

    /// <summary>Whether errors have the sibling API's members <c>error_subject</c> and <c>error_message</c>.</summary>
    public bool SiblingErrors { get; init; }

    /// <summary>Whether every write on <c>report</c> is refused with a 500 and counted in <see cref="SandboxCounters.RefusedWrites"/>.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether a trace id that was used before is a 400.</summary>
    public bool RejectRepeatedTraceIds { get; init; } = true;

    /// <summary>Whether requests inside the time that a <c>Retry-After</c> asked for get a 429 again.</summary>
    public bool RejectEarlyRequests { get; init; }

    /// <summary>How long after a reply with <c>Retry-After</c> arriving requests are still excused: they were on their way.</summary>
    public TimeSpan EarlyRequestGrace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The largest page; a greater <c>limit</c> is cut down to it.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>How many of the latest requests <see cref="SandboxCounters.Log"/> holds.</summary>
    public int RequestLogCapacity { get; init; } = 1_000;

    /// <summary>A fixed access token; otherwise it is made from the seed.</summary>
    public string? AccessToken { get; init; }

    /// <summary>A fixed secret key; otherwise it is made from the seed.</summary>
    public string? SecretKey { get; init; }

    /// <summary>Time for the clock and for every wait.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Customers);
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(AllowedClockSkew, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(ReportLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(FullCustomers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FullCustomers, Math.Max(0, Customers - 1));
        ArgumentOutOfRangeException.ThrowIfLessThan(EarlyRequestGrace, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPageSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RequestLogCapacity, 1);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
