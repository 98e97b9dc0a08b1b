using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>What the user's preferences say about a command.</summary>
internal static class CommandPreferences
{
    /// <summary>Whether -WhatIf is on, as a parameter or as a preference.</summary>
    public static bool IsRehearsal(PSCmdlet command) =>
        command.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? LanguagePrimitives.IsTrue(given)
            : LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));
}
