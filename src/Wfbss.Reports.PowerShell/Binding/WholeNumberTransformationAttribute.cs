namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Makes whole numbers of digits, for parameters that are ids or counts. The engine would make 13 of '1,3', 2 of 1.5 and 1 of
/// $true.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WholeNumberTransformationAttribute : ValueTransformationAttribute
{
    /// <summary>Whether the parameter takes several numbers; a blank text is none of them.</summary>
    public bool IsList { get; set; }

    private protected override object? Read(object? input) =>
        IsList ? SettingValues.WholeNumbers(input) : WholeNumber.Read(SettingValues.Single(input, "whole number"));
}
