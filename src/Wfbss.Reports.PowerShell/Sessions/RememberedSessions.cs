using System.Runtime.CompilerServices;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Sessions;

/// <summary>
/// Which session a customer, a group or a report came from. It is in no property, file or JSON, and gone with the object;
/// one that was read from a file has none.
/// </summary>
internal static class RememberedSessions
{
    private static readonly ConditionalWeakTable<object, WfbssSession> Sessions = new();

    /// <summary>Remembers where an object came from.</summary>
    public static void Remember(object value, WfbssSession session)
    {
        Sessions.Remove(value);
        Sessions.Add(value, session);
    }

    /// <summary>The session that an object came from; <see langword="null"/> if it is not known.</summary>
    public static WfbssSession? Of(object? value) =>
        value is not null && Sessions.TryGetValue(value, out var session) ? session : null;
}
