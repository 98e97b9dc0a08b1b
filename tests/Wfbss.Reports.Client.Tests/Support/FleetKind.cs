namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>What a customer of a fleet has before it is looked after.</summary>
internal enum FleetKind
{
    /// <summary>No report.</summary>
    Empty,

    /// <summary>Both reports as they should be.</summary>
    Right,

    /// <summary>Both reports with a setting that somebody has changed.</summary>
    Drifted,

    /// <summary>The first report twice: once with a changed setting, then once as it should be.</summary>
    Duplicated,

    /// <summary>The first report twice, both with a changed setting; the second one not at all.</summary>
    DuplicatedAndDrifted,

    /// <summary>Ten reports of its own, so that there is no room.</summary>
    Full,

    /// <summary>Both reports, and a license that has expired.</summary>
    Expired,

    /// <summary>Both reports as they should be, one of its own, and groups with other names.</summary>
    GroupsRenamed,
}
