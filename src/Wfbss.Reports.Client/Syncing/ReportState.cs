namespace Wfbss.Reports.Syncing;

/// <summary>
/// How a customer's reports compare with a definition. Text, so that
/// <c>ConvertTo-Json</c> writes the word and not a number.
/// </summary>
public static class ReportState
{
    /// <summary>The customer has no report of the definition's name.</summary>
    public const string Missing = "Missing";

    /// <summary>The report is as the definition says, as far as the service shows it.</summary>
    public const string Same = "Same";

    /// <summary>The report has other settings than the definition.</summary>
    public const string Different = "Different";

    /// <summary>The customer has several reports of the definition's name.</summary>
    public const string Duplicated = "Duplicated";

    /// <summary>No definition names the report.</summary>
    public const string Unmanaged = "Unmanaged";

    /// <summary>The service does not know the customer.</summary>
    public const string NotReturned = "NotReturned";

    /// <summary>The customer's reports could not be read.</summary>
    public const string Failed = "Failed";

    /// <summary>All of them, in the order in which a person wants to read them.</summary>
    public static IReadOnlyList<string> All { get; } = [Missing, Same, Different, Duplicated, Unmanaged, NotReturned, Failed];
}
