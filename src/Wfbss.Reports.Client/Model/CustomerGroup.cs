namespace Wfbss.Reports;

/// <summary>A group of a customer's devices (source: service/smpi.md, "GET customers/groups").</summary>
public sealed class CustomerGroup
{
    /// <summary>The customer's id, in upper case.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer's name, where it is known.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The group's id. It counts per customer: another customer's group of that id is another group.</summary>
    public required int GroupId { get; init; }

    /// <summary>The group's name.</summary>
    public required string Name { get; init; }

    /// <summary>The group's type, as the service numbers it.</summary>
    public int? Type { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
