namespace Wfbss.Reports.Reports;

/// <summary>How often a report is made; the numbers are the service's <c>type</c>.</summary>
public enum ReportFrequency
{
    /// <summary>Once a week.</summary>
    Weekly = 3,

    /// <summary>Once a month.</summary>
    Monthly = 4,
}
