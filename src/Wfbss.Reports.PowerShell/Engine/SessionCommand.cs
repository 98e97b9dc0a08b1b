using System.Management.Automation;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>The base of every cmdlet that talks to the service.</summary>
public abstract class SessionCommand : WfbssCommand
{
    private WfbssSession? _current;

    /// <summary>
    /// The session to use; without it, the one that the customers or reports came from, or else the one that Connect-Wfbss
    /// made the default of this runspace.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(SessionCompleter))]
    [ValidateNotNull]
    public WfbssSession? Session { get; set; }

    private protected WfbssSession CurrentSession => _current ??= FindSession(origin: null);

    /// <summary>
    /// Takes the session that the first input came from, unless one is given. One run is one session: an input of another
    /// tenant is refused.
    /// </summary>
    /// <returns>Why the input is refused; <see langword="null"/> if it is not.</returns>
    private protected string? WhyOfOtherSession(CustomerReference reference)
    {
        if (Session is not null || reference.Session is not { } origin)
        {
            return null;
        }

        _current ??= FindSession(origin);
        return IsSameTenant(_current, origin) ? null : $"it came from another session ({origin}) than this run uses ({_current}); run the command once for each";
    }

    private WfbssSession FindSession(WfbssSession? origin)
    {
        var session = Session ?? origin ?? DefaultSessions.Current;
        if (session is { IsOpen: false } && ReferenceEquals(session, origin) && DefaultSessions.Current is { } again && IsSameTenant(again, session))
        {
            session = again;
        }

        if (session is null)
        {
            Fail(ErrorRecords.NotConnected());
        }

        if (!session!.IsOpen)
        {
            Fail(ErrorRecords.SessionClosed(session));
        }

        return session;
    }

    private static bool IsSameTenant(WfbssSession one, WfbssSession other) =>
        ReferenceEquals(one, other) || (one.BaseUri == other.BaseUri && one.AccessToken == other.AccessToken);
}
