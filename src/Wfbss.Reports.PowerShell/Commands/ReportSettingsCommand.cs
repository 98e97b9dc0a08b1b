using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Reflection;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>
/// The base of the cmdlets that write a report's settings to many customers. This is the one place that declares the
/// settings as parameters; New-WfbssReportDefinition, which sends nothing and must not have the other parameters, takes them
/// from here.
/// </summary>
public abstract class ReportSettingsCommand : WriteCommand
{
    /// <summary>The parameter set of weekly reports.</summary>
    protected internal const string WeeklySet = "Weekly";

    /// <summary>The parameter set of monthly reports.</summary>
    protected internal const string MonthlySet = "Monthly";

    /// <summary>The report's name.</summary>
    [Parameter(ParameterSetName = WeeklySet, Mandatory = true, Position = 0)]
    [Parameter(ParameterSetName = MonthlySet, Mandatory = true, Position = 0)]
    [AllowEmptyString]
    [TextTransformation]
    public string Name { get; set; } = "";

    /// <summary>The day of a weekly report. A script block gives it for each customer.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [ReportSettingTransformation(nameof(DayOfWeek))]
    public DayOfWeek DayOfWeek { get; set; }

    /// <summary>The day of a monthly report, 1 to 31. Months that are shorter are skipped. A script block gives it for each customer.</summary>
    [Parameter(ParameterSetName = MonthlySet)]
    [ReportSettingTransformation(nameof(DayOfMonth))]
    public int DayOfMonth { get; set; }

    /// <summary>The time of day: 08:00, 08:00:30, 8, 8:00 PM, a TimeSpan, or a DateTime of which the time counts.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ReportSettingTransformation(nameof(At))]
    public TimeSpan At { get; set; }

    /// <summary>What is in the report: names, wildcards, numbers, or what New-WfbssReportContent makes.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ReportContentCompleter))]
    [ReportSettingTransformation(nameof(Content))]
    public ReportContent[] Content { get; set; } = [];

    /// <summary>Who gets the report by e-mail; without any, it is not e-mailed. A script block gives them for each customer.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [ReportSettingTransformation(nameof(Recipient))]
    public string[] Recipient { get; set; } = [];

    /// <summary>The groups that the report is about; without any, it is about all devices. A script block gives them for each customer.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [AllowEmptyCollection]
    [ReportSettingTransformation(nameof(GroupId))]
    public int[] GroupId { get; set; } = [];

    /// <summary>Whether the service makes the report; without it, it does.</summary>
    [Parameter(ParameterSetName = WeeklySet)]
    [Parameter(ParameterSetName = MonthlySet)]
    [ReportSettingTransformation(nameof(Enabled))]
    public bool Enabled { get; set; } = true;

    /// <summary>The settings, with all their attributes, for a cmdlet that does not inherit them.</summary>
    internal static RuntimeDefinedParameterDictionary Parameters()
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
}
