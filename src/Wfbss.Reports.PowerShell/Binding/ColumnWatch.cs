using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Says of the columns of people's rows, once a run, which look like a setting and are not used: a column of another name, or
/// one that the command line overrides. Otherwise a report would go to nobody without a word.
/// </summary>
internal sealed class ColumnWatch(PSCmdlet command, IReadOnlyDictionary<string, object> given)
{
    private static readonly Dictionary<string, string[]> Alike = new()
    {
        ["Recipient"] = ["Recipients", "Email", "E-mail", "EmailAddress", "Mail", "To"],
        ["DayOfWeek"] = ["Day", "Weekday"],
        ["DayOfMonth"] = ["Monthday"],
        ["At"] = ["Time", "Hour"],
        ["Content"] = ["Contents"],
        ["GroupId"] = ["GroupIds", "Group", "Groups"],
        ["Enabled"] = ["Disabled"],
    };

    private bool _hasLooked;

    /// <summary>Looks at the first row that comes; the others have its columns, too.</summary>
    public void Look(ObjectMembers? row)
    {
        if (row is null || _hasLooked)
        {
            return;
        }

        _hasLooked = true;
        string[] names = [.. row.Names];
        foreach (var name in names)
        {
            if (given.Keys.FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) is { } overridden)
            {
                command.WriteWarning($"The column {name} is not used: -{overridden} on the command line goes before it.");
            }
            else if (SettingLike(name) is { } setting && !given.ContainsKey(setting) && !names.Contains(setting, StringComparer.OrdinalIgnoreCase))
            {
                command.WriteWarning($"The column {name} is not used. If it is meant as a setting, name it {setting}, or give -{setting} {{ $_.{name} }}.");
            }
        }
    }

    private static string? SettingLike(string column) =>
        Alike.FirstOrDefault(alike => alike.Value.Contains(column, StringComparer.OrdinalIgnoreCase)).Key;
}
