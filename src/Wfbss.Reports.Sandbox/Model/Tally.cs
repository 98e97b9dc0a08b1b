namespace Wfbss.Reports.Sandbox;

/// <summary>The plain numbers that a reset sets back together.</summary>
internal struct Tally
{
    public long Requests;
    public long Writes;
    public long Commits;
    public long RefusedWrites;
    public long Unauthorized;
    public long EarlyRequests;
    public int MaxInFlight;
}
