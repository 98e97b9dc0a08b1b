using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes contents of names, numbers, content objects, or lists of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReportContentTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes a list of contents. A number that the specification does not list is left to the validation.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">A name is not a content's.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        Many(inputData).ToArray();

    private static IEnumerable<ReportContent> Many(object? input)
    {
        var value = input is PSObject wrapped ? wrapped.BaseObject : input;
        return value is IEnumerable items and not string ? items.Cast<object?>().SelectMany(Many) : [One(value)];
    }

    private static ReportContent One(object? value)
    {
        try
        {
            return value switch
            {
                ReportContent content => content,
                int or long or short or byte => ReportContent.FromNumber(Convert.ToInt32(value, CultureInfo.InvariantCulture)),
                _ => ReportContent.Parse(value?.ToString() ?? ""),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
