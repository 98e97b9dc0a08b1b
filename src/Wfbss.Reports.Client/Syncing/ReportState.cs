namespace Wfbss.Reports.Syncing;

/// <summary>How a customer's reports compare with a definition.</summary>
public enum ReportState
{
    /// <summary>The customer has no report of the definition's name.</summary>
    Missing,

    /// <summary>The report is as the definition says, as far as the service shows it.</summary>
    Same,

    /// <summary>The report has other settings than the definition.</summary>
    Different,

    /// <summary>The customer has several reports of the definition's name.</summary>
    Duplicated,

    /// <summary>No definition names the report.</summary>
    Unmanaged,

    /// <summary>The service does not know the customer.</summary>
    NotReturned,

    /// <summary>The customer's reports could not be read.</summary>
    Failed,
}
