using System.Collections;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes results of writes of what was kept of them: objects, rows of a CSV file, or lists of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ResultTransformationAttribute : ValueTransformationAttribute
{
    private protected override object Read(object? input) => Many(input).ToArray();

    private static IEnumerable<ScheduledReportResult> Many(object? input)
    {
        if (ObjectMembers.ItemsOf(input) is { } items)
        {
            return items.Cast<object?>().SelectMany(Many);
        }

        return ResultReading.Of(input) is { } result
            ? [result]
            : throw new FormatException(
                $"'{input}' is not a result of a write. Give what New-WfbssScheduledReport and its like have written, or objects with CustomerId, ReportName and Status.");
    }
}
