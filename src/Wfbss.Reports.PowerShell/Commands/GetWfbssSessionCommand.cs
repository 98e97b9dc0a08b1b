using System.Management.Automation;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Sessions;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Get-WfbssSession: shows the default session of this runspace, without its secret.</summary>
[Cmdlet(VerbsCommon.Get, "WfbssSession", HelpUri = HelpPages.GetWfbssSession)]
[OutputType(typeof(WfbssSession))]
public sealed class GetWfbssSessionCommand : WfbssCommand
{
    private protected override void End()
    {
        if (DefaultSessions.Current is { } session)
        {
            WriteObject(session);
        }
        else
        {
            WriteVerbose("There is no session in this runspace.");
        }
    }
}
