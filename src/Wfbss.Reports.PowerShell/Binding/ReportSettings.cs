using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using Wfbss.Reports.PowerShell.Commands;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// A report's settings as parameters. A cmdlet that sends them inherits their declarations from
/// <see cref="ReportSettingsCommand"/>; one that sends nothing cannot, since it must not have the other parameters of
/// that class, and gets them from here. So they are declared once.
/// </summary>
internal static class ReportSettings
{
    private static readonly string[] Needed = ["At", "Content"];

    /// <summary>The parameters, with all their attributes, for a cmdlet that does not inherit them.</summary>
    public static RuntimeDefinedParameterDictionary Parameters()
    {
        var parameters = new RuntimeDefinedParameterDictionary();
        var declared = typeof(ReportSettingsCommand)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.IsDefined(typeof(ParameterAttribute)));
        foreach (var property in declared)
        {
            var attributes = new Collection<Attribute>([.. property.GetCustomAttributes()]);
            parameters.Add(property.Name, new RuntimeDefinedParameter(property.Name, property.PropertyType, attributes));
        }

        return parameters;
    }

    /// <summary>The definition that settings make.</summary>
    /// <param name="name">The report's name.</param>
    /// <param name="values">The settings that were given, by name.</param>
    public static ReportDefinition ToDefinition(string name, IReadOnlyDictionary<string, object> values)
    {
        var recipients = Value<string[]>(values, "Recipient", []);
        return new ReportDefinition
        {
            Name = name,
            Enabled = Value(values, "Enabled", true),
            Schedule = Schedule(values),
            Contents = Value<ReportContent[]>(values, "Content", []),
            SendEmail = recipients.Length > 0,
            Recipients = recipients,
            GroupIds = Value<int[]>(values, "GroupId", []),
        };
    }

    /// <summary>The settings that a report cannot do without, and that were not given, as parameters.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyDictionary<string, object> values)
    {
        var missing = new List<string>();
        if (!values.ContainsKey("DayOfWeek") && !values.ContainsKey("DayOfMonth"))
        {
            missing.Add("-DayOfWeek or -DayOfMonth");
        }

        missing.AddRange(Needed.Where(name => !values.ContainsKey(name)).Select(name => "-" + name));
        return missing;
    }

    // A time that is missing is said to be so; until then midnight stands for it.
    private static ReportSchedule Schedule(IReadOnlyDictionary<string, object> values)
    {
        var at = Value(values, "At", TimeSpan.Zero);
        return values.ContainsKey("DayOfMonth")
            ? ReportSchedule.Monthly(Value(values, "DayOfMonth", 0), at)
            : ReportSchedule.Weekly(Value(values, "DayOfWeek", default(DayOfWeek)), at);
    }

    private static T Value<T>(IReadOnlyDictionary<string, object> values, string name, T otherwise) =>
        values.TryGetValue(name, out var value) ? (T)value : otherwise;
}
