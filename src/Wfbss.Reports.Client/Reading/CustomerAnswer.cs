namespace Wfbss.Reports.Reading;

/// <summary>
/// What the service told about one customer's reports or groups: one of four cases. It is made in one place,
/// <see cref="CustomerLookup{T}"/>; what to do about it is decided where it is used.
/// </summary>
/// <param name="Kind">Which case it is.</param>
/// <param name="Items">What the customer has; empty unless it is known.</param>
/// <param name="Why">Why it was refused or not read, for a person; empty otherwise.</param>
internal sealed record CustomerAnswer<T>(AnswerKind Kind, IReadOnlyList<T> Items, string Why)
{
    /// <summary>The failure that kept it from being read, where that concerns more than this customer.</summary>
    public WfbssException? Failure { get; private init; }

    /// <summary>The service does not know the customer.</summary>
    public static CustomerAnswer<T> UnknownToService { get; } = new(AnswerKind.UnknownToService, [], "");

    /// <summary>The customer has these, and no others.</summary>
    public static CustomerAnswer<T> Known(IReadOnlyList<T> items) => new(AnswerKind.Known, items, "");

    /// <summary>The service refuses to show them.</summary>
    public static CustomerAnswer<T> Refused(string why) => new(AnswerKind.Refused, [], why);

    /// <summary>What the customer has could not be found out.</summary>
    public static CustomerAnswer<T> NotRead(string why, WfbssException? failure = null) => new(AnswerKind.NotRead, [], why) { Failure = failure };
}

/// <summary>The four cases of an answer about a customer.</summary>
internal enum AnswerKind
{
    /// <summary>What the customer has is known; it may be nothing.</summary>
    Known,

    /// <summary>The service refuses to show it for this customer.</summary>
    Refused,

    /// <summary>The service does not know the customer.</summary>
    UnknownToService,

    /// <summary>It could not be read, or the service did not tell it. Nothing follows from that.</summary>
    NotRead,
}
