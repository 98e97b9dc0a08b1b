namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>How a service takes a request. What ends with AfterCommit carries it out before it fails to say so.</summary>
public enum Mood
{
    Answers,
    NoConnection,
    TimesOut,
    TimesOutAfterCommit,
    Breaks,
    BreaksAfterCommit,
    Fails,
    FailsAfterCommit,
    IsBusy,
    IsDownForMaintenance,
    IsUnreadable,
    IsUnreadableAfterCommit,
    SaysSomethingElse,
    SaysSomethingElseAfterCommit,
    MuddlesAfterCommit,
    Denies,
}
