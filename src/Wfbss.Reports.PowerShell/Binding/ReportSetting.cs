using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// A setting of a report as users give it: on the command line, by a script block, or in a row. The module reads it itself,
/// since the engine would change some values on the way, and lose rows that it cannot convert.
/// </summary>
/// <param name="Name">The parameter's name, and that of the row's property.</param>
/// <param name="Type">The parameter's type.</param>
/// <param name="IsList">Whether it has several values; a cell of a row may hold them with semicolons between.</param>
/// <param name="Read">Reads a value. It throws a <see cref="FormatException"/> that names it.</param>
internal sealed record ReportSetting(string Name, Type Type, bool IsList, Func<object?, object> Read)
{
    /// <summary>Every setting that may be given for each customer.</summary>
    public static IReadOnlyList<ReportSetting> All { get; } =
    [
        new("DayOfWeek", typeof(DayOfWeek), IsList: false, value => SettingValues.DayOfWeek(value)),
        new("DayOfMonth", typeof(int), IsList: false, value => SettingValues.DayOfMonth(value)),
        new("At", typeof(TimeSpan), IsList: false, value => SettingValues.TimeOfDay(value)),
        new("Content", typeof(ReportContent[]), IsList: true, SettingValues.Contents),
        new("Recipient", typeof(string[]), IsList: true, SettingValues.Recipients),
        new("GroupId", typeof(int[]), IsList: true, SettingValues.GroupIds),
        new("Enabled", typeof(bool), IsList: false, value => SettingValues.Enabled(value)),
    ];

    /// <summary>The setting of a name.</summary>
    public static ReportSetting Named(string name) => All.First(setting => setting.Name == name);

    /// <summary>Reads the cell of a row.</summary>
    /// <exception cref="FormatException">It is not a value of this setting.</exception>
    public object ReadCell(object? value) => IsList && ObjectMembers.Unwrap(value) is string text
        ? Read(text.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0).ToArray())
        : Read(value);
}

/// <summary>Makes a setting of what users give: a value, a script block that gives it for each customer, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReportSettingTransformationAttribute(string setting) : ValueTransformationAttribute
{
    /// <summary>The setting's name.</summary>
    public string Setting => setting;

    private protected override object Read(object? input)
    {
        var named = ReportSetting.Named(setting);
        return ObjectMembers.Unwrap(input) switch
        {
            null => StandIn.Make(named.Type, script: null),
            ScriptBlock script => StandIn.Make(named.Type, script),
            _ => named.Read(input),
        };
    }
}
