using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>A request after its last attempt.</summary>
/// <param name="Attempt">The last attempt.</param>
/// <param name="Verdict">What it tells.</param>
/// <param name="Tries">How many attempts there were.</param>
internal sealed record SentRequest(Attempt Attempt, Verdict Verdict, int Tries);
