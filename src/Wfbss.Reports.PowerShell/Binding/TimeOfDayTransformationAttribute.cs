using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes a time of day of <c>08:00</c>, <c>08:00:30</c>, a TimeSpan or a DateTime.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeOfDayTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes a time of day.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a time of day.</exception>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            TimeSpan time => time,
            DateTime date => date.TimeOfDay,
            DateTimeOffset date => date.TimeOfDay,
            string text when TimeOfDay.Parse(text.Trim()) is { } time => time,
            var other => throw new ArgumentTransformationMetadataException(
                $"'{other}' is not a time of day. Use hours and minutes such as 08:00, or 08:00:30, from 00:00 to 23:59:59."),
        };
}
