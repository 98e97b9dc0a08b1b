using System.Collections.ObjectModel;
using System.Management.Automation;
using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// The settings of a command line, and what each customer's own row and the script blocks make of them. The command line
/// goes before the row. A value that is missing or wrong is that customer's mistake alone.
/// </summary>
internal sealed class CustomerSettings
{
    private static readonly ReportSetting[] Days = [ReportSetting.Named("DayOfWeek"), ReportSetting.Named("DayOfMonth")];

    private readonly Dictionary<string, object> _given = [];
    private readonly Dictionary<string, ScriptBlock> _scripts = [];
    private readonly ReportSetting[] _open;

    /// <param name="bound">The parameters that were given, by name.</param>
    public CustomerSettings(IDictionary<string, object> bound)
    {
        foreach (var setting in ReportSetting.All.Where(setting => bound.ContainsKey(setting.Name)))
        {
            if (StandIn.Of(bound[setting.Name]) is not { } standIn)
            {
                _given.Add(setting.Name, bound[setting.Name]);
            }
            else if (standIn.Script is { } script)
            {
                _scripts.Add(setting.Name, script);
            }
        }

        var hasDay = Days.Any(day => _given.ContainsKey(day.Name) || _scripts.ContainsKey(day.Name));
        _open = [.. ReportSetting.All.Where(setting => !_given.ContainsKey(setting.Name)
            && !_scripts.ContainsKey(setting.Name)
            && !(hasDay && Days.Contains(setting)))];
    }

    /// <summary>The settings of the command line alone, by name.</summary>
    public IReadOnlyDictionary<string, object> Given => _given;

    /// <summary>Whether script blocks give some of the settings.</summary>
    public bool HasScripts => _scripts.Count > 0;

    /// <summary>Whether an input has, or may have, settings of its own.</summary>
    public bool AreOwn(CustomerReference reference) =>
        HasScripts
        || reference.GroupIds.Count > 0
        || (reference.Row is { } row && Array.Exists(_open, setting => row.Value(setting.Name) is not null));

    /// <summary>The settings of one customer, by name.</summary>
    /// <param name="reference">The customer.</param>
    /// <param name="problems">What is wrong with it; none if nothing is.</param>
    public IReadOnlyDictionary<string, object> For(CustomerReference reference, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        var values = new Dictionary<string, object>(_given);
        foreach (var script in _scripts)
        {
            Add(values, found, script.Key, $"-{script.Key}", () => Run(script.Value, reference, ReportSetting.Named(script.Key)));
        }

        foreach (var setting in _open)
        {
            if (reference.Row?.Value(setting.Name) is { } cell && ObjectMembers.TextOf(cell) is not null)
            {
                Add(values, found, setting.Name, $"column {setting.Name}", () => setting.ReadCell(cell));
            }
        }

        if (reference.GroupIds.Count > 0 && Array.Exists(_open, setting => setting.Name == "GroupId"))
        {
            values["GroupId"] = reference.GroupIds.ToArray();
        }

        if (Array.TrueForAll(Days, day => values.ContainsKey(day.Name)) && !Array.TrueForAll(Days, day => _given.ContainsKey(day.Name)))
        {
            found.Add("it has both DayOfWeek and DayOfMonth; a report has one of them");
        }

        problems = found;
        return values;
    }

    /// <summary>Where a setting of a customer comes from, for a message: its row, a script block, or the command line.</summary>
    public string SourceOf(string setting, CustomerReference reference) =>
        Array.Exists(_open, open => open.Name == setting) && reference.Row?.Text(setting) is { } text ? $"column {setting} '{text}'" : $"-{setting}";

    private static void Add(Dictionary<string, object> values, List<string> problems, string name, string source, Func<object> read)
    {
        try
        {
            values[name] = read();
        }
        catch (FormatException exception)
        {
            problems.Add($"{source}: {exception.Message}");
        }
    }

    private static object Run(ScriptBlock script, CustomerReference reference, ReportSetting setting)
    {
        Collection<PSObject> output;
        try
        {
            output = script.InvokeWithContext(null, [new PSVariable("_", reference.Source), new PSVariable("PSItem", reference.Source)]);
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw new FormatException($"its script block failed: {exception.Message}", exception);
        }

        PSObject?[] values = [.. output.Where(value => value is not null)];
        return values.Length switch
        {
            0 => throw new FormatException($"its script block {{{script}}} gave nothing."),
            1 => setting.Read(values[0]),
            _ => setting.Read(values),
        };
    }
}
