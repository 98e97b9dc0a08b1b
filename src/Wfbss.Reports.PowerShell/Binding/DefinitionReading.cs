namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Reads definitions: as objects of this process, or as they come back from Import-Clixml, a job or remoting.</summary>
internal static class DefinitionReading
{
    /// <summary>The definitions that an argument or an object of a pipeline is.</summary>
    /// <exception cref="FormatException">Something is not a definition.</exception>
    public static IEnumerable<ReportDefinition> Many(object? input) => ObjectMembers.ItemsOf(input) is { } items
        ? items.Cast<object?>().SelectMany(Many)
        : [One(input)];

    private static ReportDefinition One(object? input)
    {
        if (ObjectMembers.Unwrap(input) is ReportDefinition definition)
        {
            return definition;
        }

        return ModuleTypes.KindOf(input) is nameof(ReportDefinition) && ObjectMembers.Of(input) is { } members
            ? Thawed(members)
            : throw new FormatException(
                $"'{input}' is not a report definition. Give what New-WfbssReportDefinition or Import-WfbssReportDefinition has made.");
    }

    private static ReportDefinition Thawed(ObjectMembers members)
    {
        var schedule = ObjectMembers.Of(members.Value(nameof(ReportDefinition.Schedule)))
            ?? throw new FormatException($"The definition '{members.Text("Name")}' has lost its schedule on the way: keep it with more depth.");
        var at = SettingValues.TimeOfDay(schedule.Value(nameof(ReportSchedule.At)));
        return new ReportDefinition
        {
            Name = members.Text(nameof(ReportDefinition.Name)) ?? "",
            Enabled = SettingValues.Enabled(members.Value(nameof(ReportDefinition.Enabled))),
            Schedule = schedule.Text(nameof(ReportSchedule.DayOfMonth)) is { } day
                ? ReportSchedule.Monthly(SettingValues.DayOfMonth(day), at)
                : ReportSchedule.Weekly(SettingValues.DayOfWeek(schedule.Value(nameof(ReportSchedule.DayOfWeek))), at),
            Contents = SettingValues.Contents(members.Value(nameof(ReportDefinition.Contents))),
            SendEmail = SettingValues.Enabled(members.Value(nameof(ReportDefinition.SendEmail))),
            Recipients = SettingValues.Recipients(members.Value(nameof(ReportDefinition.Recipients)) ?? Array.Empty<string>()),
            GroupIds = SettingValues.WholeNumbers(members.Value(nameof(ReportDefinition.GroupIds))),
        };
    }
}

/// <summary>Makes definitions of what was kept of them: objects, or lists of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefinitionTransformationAttribute : ValueTransformationAttribute
{
    /// <summary>Whether the parameter takes one definition only.</summary>
    public bool IsSingle { get; set; }

    private protected override object? Read(object? input)
    {
        if (input is null)
        {
            return null;
        }

        ReportDefinition[] definitions = [.. DefinitionReading.Many(input)];
        if (!IsSingle)
        {
            return definitions;
        }

        return definitions is [var only] ? only : throw new FormatException($"There are {definitions.Length} definitions. Give one.");
    }
}
