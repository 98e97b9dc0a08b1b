using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Takes nothing for a switch that was not given. To the engine <c>-RemoveUnmanaged:$null</c> is a switch that is on: a
/// setting that is missing from someone's file would remove reports.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SwitchTransformationAttribute : ValueTransformationAttribute
{
    private protected override object? Read(object? input) => input ?? new SwitchParameter(isPresent: false);
}
