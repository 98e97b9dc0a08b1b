using System.Management.Automation;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>The base of every cmdlet that talks to the service.</summary>
public abstract class SessionCommand : WfbssCommand
{
    private WfbssSession? _current;

    /// <summary>The session to use; without it, the one that Connect-Wfbss made the default of this runspace.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SessionCompleter))]
    [ValidateNotNull]
    public WfbssSession? Session { get; set; }

    private protected WfbssSession CurrentSession => _current ??= FindSession();

    private WfbssSession FindSession()
    {
        var session = Session ?? DefaultSessions.Current;
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
}
