using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Sessions;

/// <summary>
/// The default session of each runspace. Two runspaces with two tenants never mix, and a runspace that is gone takes
/// its entry along.
/// </summary>
internal static class DefaultSessions
{
    private static readonly ConditionalWeakTable<Runspace, Slot> Slots = new();

    /// <summary>The default session of the runspace that this thread works for.</summary>
    public static WfbssSession? Current
    {
        get => Runspace.DefaultRunspace is { } runspace && Slots.TryGetValue(runspace, out var slot) ? slot.Session : null;
        set
        {
            if (Runspace.DefaultRunspace is { } runspace)
            {
                Slots.GetOrCreateValue(runspace).Session = value;
            }
        }
    }

    private sealed class Slot
    {
        public WfbssSession? Session { get; set; }
    }
}
