namespace Wfbss.Reports.Overview;

/// <summary>What a reader should know about a line of the overview, the most pressing first.</summary>
public enum OverviewState
{
    /// <summary>The last run that wrote this report did not succeed for this customer.</summary>
    Failed,

    /// <summary>The customer's reports could not be read.</summary>
    NotRead,

    /// <summary>The customer has no report.</summary>
    NoReport,

    /// <summary>The report is switched off.</summary>
    SwitchedOff,

    /// <summary>The report has not run yet.</summary>
    NeverRun,

    /// <summary>The service does not say whether the report is on.</summary>
    NotStated,

    /// <summary>The report is on and has run.</summary>
    Active,
}
