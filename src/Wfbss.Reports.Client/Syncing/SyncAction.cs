namespace Wfbss.Reports.Syncing;

/// <summary>
/// What was done to a report so that it is as its definition says. Text, so that
/// <c>ConvertTo-Json</c> writes the word and not a number.
/// </summary>
public static class SyncAction
{
    /// <summary>Nothing: it was right already, or nothing could be done; the status says which.</summary>
    public const string None = "None";

    /// <summary>It was created.</summary>
    public const string Created = "Created";

    /// <summary>All its settings were replaced.</summary>
    public const string Replaced = "Replaced";

    /// <summary>It was removed.</summary>
    public const string Removed = "Removed";

    /// <summary>Something was sent, and it is not known whether it was carried out.</summary>
    public const string Unknown = "Unknown";

    /// <summary>All of them, in the order in which a person wants to read them.</summary>
    public static IReadOnlyList<string> All { get; } = [None, Created, Replaced, Removed, Unknown];
}
