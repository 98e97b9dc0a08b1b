using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes no id of an empty cell of a CSV file, where the engine would make 0 of it; leaves anything else to the engine.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReportIdTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes an empty list of a blank text.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text && string.IsNullOrWhiteSpace(text)
            ? Array.Empty<int>()
            : inputData;
}
