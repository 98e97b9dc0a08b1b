using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// Asks before reports are removed. A cmdlet's ConfirmImpact is one for all that it does; this makes removing High in a
/// cmdlet that is otherwise Medium.
/// </summary>
internal sealed class RemovalConfirmation(PSCmdlet command, bool isForced)
{
    private readonly bool _isNeeded = !isForced && IsNeeded(command);
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>Whether it is to be done.</summary>
    public bool Ask(string description) =>
        !_isNeeded || command.ShouldContinue(description + " Go on?", command.MyInvocation.MyCommand.Name, ref _yesToAll, ref _noToAll);

    // With -Confirm, or a lower preference, ShouldProcess has asked already; with -Confirm:$false nobody is to be asked.
    private static bool IsNeeded(PSCmdlet command) =>
        !command.MyInvocation.BoundParameters.ContainsKey("Confirm")
        && LanguagePrimitives.TryConvertTo<ConfirmImpact>(command.GetVariableValue("ConfirmPreference"), out var preference)
        && preference is ConfirmImpact.High;
}
