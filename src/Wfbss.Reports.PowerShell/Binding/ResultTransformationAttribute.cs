using System.Collections;
using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes results of writes of what was kept of them: objects, rows of a CSV file, or lists of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResultTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes a list of results.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">Something is not a result.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Many(inputData).ToArray();

    private static IEnumerable<ScheduledReportResult> Many(object? input)
    {
        var value = input is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : input;
        if (value is IEnumerable items and not string and not IDictionary)
        {
            return items.Cast<object?>().SelectMany(Many);
        }

        return ResultReading.Of(input) is { } result
            ? [result]
            : throw new ArgumentTransformationMetadataException(
                $"'{input}' is not a result of a write. Give what New-WfbssScheduledReport and its like have written, or objects with CustomerId, ReportName and Status.");
    }
}
