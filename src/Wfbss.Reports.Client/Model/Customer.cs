namespace Wfbss.Reports;

/// <summary>A customer as the service lists it (source: service/smpi.md, "GET customers").</summary>
public sealed class Customer
{
    /// <summary>The customer's id, in upper case.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The customer's time zone, as the service writes it.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How many seats are licensed.</summary>
    public int? SeatCount { get; init; }

    /// <summary>Until when the license runs, as the service writes it.</summary>
    public string? Expires { get; init; }

    /// <summary>How long the license runs, as the service writes it.</summary>
    public string? LicensePeriod { get; init; }

    /// <summary>Whether the license renews itself.</summary>
    public bool? AutoRenewal { get; init; }

    /// <summary>Trial, Full, or what else the service says.</summary>
    public string? LicenseType { get; init; }

    /// <summary>The subscription, as the service writes it.</summary>
    public string? Subscription { get; init; }

    /// <summary>The service's internal id of the customer.</summary>
    public string? Eid { get; init; }

    /// <summary>The company's name.</summary>
    public override string ToString() => Name;
}
