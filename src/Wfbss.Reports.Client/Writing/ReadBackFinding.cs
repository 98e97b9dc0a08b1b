namespace Wfbss.Reports.Writing;

/// <summary>What reading back tells about one customer.</summary>
internal enum ReadBackFinding
{
    /// <summary>The write has been carried out.</summary>
    Confirmed,

    /// <summary>It has not been, or cannot be told from not having been, and may be sent again.</summary>
    ProvenAbsent,

    /// <summary>The report that was to be written to is gone.</summary>
    ReportGone,

    /// <summary>The service does not know the customer.</summary>
    CustomerUnknown,

    /// <summary>What is there neither confirms nor rules out the write.</summary>
    Unclear,
}
