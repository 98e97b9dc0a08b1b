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

    /// <summary>The definition that bound parameters make.</summary>
    /// <param name="parameterSet">The parameter set that was chosen.</param>
    /// <param name="bound">The parameters that were given, by name.</param>
    public static ReportDefinition ToDefinition(string parameterSet, IDictionary<string, object> bound)
    {
        var at = Value(bound, nameof(ReportSettingsCommand.At), TimeSpan.Zero);
        var recipients = Value<string[]>(bound, nameof(ReportSettingsCommand.Recipient), []);
        return new ReportDefinition
        {
            Name = Value(bound, nameof(ReportSettingsCommand.Name), ""),
            Enabled = !Value(bound, nameof(ReportSettingsCommand.Disabled), default(SwitchParameter)),
            Schedule = parameterSet == ReportSettingsCommand.WeeklySet
                ? ReportSchedule.Weekly(Value(bound, nameof(ReportSettingsCommand.DayOfWeek), default(DayOfWeek)), at)
                : ReportSchedule.Monthly(Value(bound, nameof(ReportSettingsCommand.DayOfMonth), 0), at),
            Contents = Value<ReportContent[]>(bound, nameof(ReportSettingsCommand.Content), []),
            SendEmail = recipients.Length > 0,
            Recipients = recipients,
            GroupIds = Value<int[]>(bound, nameof(ReportSettingsCommand.GroupId), []),
        };
    }

    private static T Value<T>(IDictionary<string, object> bound, string name, T otherwise) =>
        bound.TryGetValue(name, out var value) ? LanguagePrimitives.ConvertTo<T>(value) : otherwise;
}
