using System.Management.Automation;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Disconnect-Wfbss: forgets a session and wipes its key.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Wfbss", HelpUri = HelpPages.DisconnectWfbss)]
[OutputType(typeof(void))]
public sealed class DisconnectWfbssCommand : WfbssCommand
{
    /// <summary>The session to end; without it, the default of this runspace.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SessionCompleter))]
    [ValidateNotNull]
    public WfbssSession? Session { get; set; }

    private protected override void Process()
    {
        var session = Session ?? DefaultSessions.Current;
        if (session is null)
        {
            WriteVerbose("There is no session in this runspace.");
            return;
        }

        session.Dispose();
        if (ReferenceEquals(DefaultSessions.Current, session))
        {
            DefaultSessions.Current = null;
        }

        WriteVerbose($"Disconnected {session}.");
    }
}
