namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes contents of names, wildcards, numbers, content objects, or lists of them. A number that is not known is left to the validation.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReportContentTransformationAttribute : ValueTransformationAttribute
{
    private protected override object Read(object? input) => SettingValues.Contents(input);
}
