using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Definitions.Files;

/// <summary>Makes a definition of an object of a file, and reports everything that is wrong with it.</summary>
internal sealed class DefinitionBinder
{
    private static readonly string[] Days = [.. Enumerable.Range(0, 7).Select(day => ((DayOfWeek)day).ToString())];
    private static readonly string[] Contents = [.. ReportContent.All.Select(content => content.Name)];

    private readonly MemberReader _members;
    private readonly ProblemList _problems;

    private DefinitionBinder(PositionedJson json, string path, ProblemList problems)
    {
        _problems = problems;
        _members = new MemberReader(json, path, DefinitionMember.OfDefinition, problems);
    }

    /// <summary>The definitions of a file: one object, or a list of them.</summary>
    public static IReadOnlyList<ReportDefinition> BindAll(PositionedJson root, ProblemList problems)
    {
        const string Expected = "A definition in braces, or a list of definitions in brackets, is needed here.";
        if (root.Kind is JsonValueKind.Object)
        {
            return [new DefinitionBinder(root, "", problems).Bind()];
        }

        if (root.Kind is not JsonValueKind.Array)
        {
            problems.Add(root.Line, "", Expected);
            return [];
        }

        var definitions = new List<ReportDefinition>();
        foreach (var item in root.Items)
        {
            var path = $"[{definitions.Count}]";
            if (item.Kind is JsonValueKind.Object)
            {
                definitions.Add(new DefinitionBinder(item, path, problems).Bind());
            }
            else
            {
                problems.Add(item.Line, path, Expected);
            }
        }

        return definitions;
    }

    private ReportDefinition Bind()
    {
        _members.Text(DefinitionMember.Schema);
        var recipients = _members.Texts(DefinitionMember.Recipients);
        var definition = new ReportDefinition
        {
            Name = _members.Text(DefinitionMember.Name) ?? "",
            Enabled = _members.Flag(DefinitionMember.Enabled) ?? true,
            Schedule = Schedule(),
            Contents = ContentsOf(_members.Texts(DefinitionMember.Contents)),
            SendEmail = _members.Flag(DefinitionMember.Email) ?? recipients.Count > 0,
            Recipients = recipients,
            GroupIds = _members.Numbers(DefinitionMember.GroupIds),
        };
        // Asked before any of them is reported: what the file has wrong already is not said again as a broken rule.
        var news = DefinitionRules.Violations(definition).Where(v => !_members.IsBroken(DefinitionMember.Of(v.Property)));
        foreach (var violation in news.ToArray())
        {
            Report(violation);
        }

        return definition;
    }

    private ReportContent[] ContentsOf(IReadOnlyList<string> names)
    {
        const string Member = DefinitionMember.Contents;
        if (_members.IsBroken(Member))
        {
            return [];
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (Contents.Contains(names[i]))
            {
                continue;
            }

            _members.ReportItem(Member, i, $"'{names[i]}' is not a report content. {Spelling.Advice(names[i], Contents)}");
        }

        return _members.IsBroken(Member) ? [] : [.. names.Select(ReportContent.Parse)];
    }

    private ReportSchedule Schedule()
    {
        const string Member = DefinitionMember.Schedule;
        var before = _problems.Count;
        var schedule = _members.Object(Member) is { } json ? ScheduleOf(json) : null;
        if (schedule is null && _problems.Count == before)
        {
            _members.Report(Member, "A schedule is needed, such as { \"weekly\": \"Monday\", \"at\": \"08:00\" }.");
        }

        // Only to go on to the other members: the file has a problem already.
        return schedule ?? ReportSchedule.Weekly(default, default);
    }

    private ReportSchedule? ScheduleOf(PositionedJson json)
    {
        var before = _problems.Count;
        var path = _members.PathOf(DefinitionMember.Schedule);
        var members = new MemberReader(json, path, DefinitionMember.OfSchedule, _problems);
        var day = Day(members);
        var date = members.Number(DefinitionMember.Monthly);
        if (date is < 1 or > 31)
        {
            members.Report(DefinitionMember.Monthly, $"{date} is not a day of a month: 1 to 31.");
        }

        var at = At(members);

        if (members.Has(DefinitionMember.Weekly) == members.Has(DefinitionMember.Monthly))
        {
            _members.Report(
                DefinitionMember.Schedule,
                members.Has(DefinitionMember.Weekly)
                    ? "It is either weekly or monthly, not both."
                    : "Either weekly with a day of the week or monthly with a day of the month is needed.");
        }

        if (_problems.Count > before)
        {
            return null;
        }

        return day is { } weekday ? ReportSchedule.Weekly(weekday, at!.Value) : ReportSchedule.Monthly(date!.Value, at!.Value);
    }

    private static DayOfWeek? Day(MemberReader members)
    {
        if (members.Text(DefinitionMember.Weekly) is not { } text)
        {
            return null;
        }

        var index = Array.IndexOf(Days, text);
        if (index >= 0)
        {
            return (DayOfWeek)index;
        }

        members.Report(DefinitionMember.Weekly, $"'{text}' is not a day of the week. {Spelling.Advice(text, Days)}");
        return null;
    }

    private static TimeSpan? At(MemberReader members)
    {
        const string Member = DefinitionMember.At;
        if (members.Text(Member) is { } text)
        {
            if (TimeOfDay.Parse(text) is { } time)
            {
                return time;
            }

            members.Report(Member, $"'{text}' is not a time of day: 00:00 to 23:59, with seconds to 23:59:59.");
        }
        else if (!members.IsBroken(Member))
        {
            members.Report(Member, "A time of day such as \"08:00\" is needed.");
        }

        return null;
    }

    private void Report(DefinitionViolation violation)
    {
        var member = DefinitionMember.Of(violation.Property);
        if (violation.Index is { } index)
        {
            _members.ReportItem(member, index, violation.Message);
        }
        else
        {
            _members.Report(member, violation.Message);
        }
    }
}

/// <summary>
/// The names that a file gives the members of a definition, and the properties of the rules that they stand for. The
/// schema that ships in the module has the same names.
/// </summary>
internal static class DefinitionMember
{
    public const string Schema = "$schema";
    public const string Name = "name";
    public const string Enabled = "enabled";
    public const string Schedule = "schedule";
    public const string Contents = "contents";
    public const string Email = "email";
    public const string Recipients = "recipients";
    public const string GroupIds = "groupIds";
    public const string Weekly = "weekly";
    public const string Monthly = "monthly";
    public const string At = "at";

    /// <summary>The members of a definition.</summary>
    public static IReadOnlyList<string> OfDefinition { get; } =
        [Schema, Name, Enabled, Schedule, Contents, Email, Recipients, GroupIds];

    /// <summary>The members that a definition must have.</summary>
    public static IReadOnlyList<string> Required { get; } = [Name, Schedule, Contents];

    /// <summary>The members of a schedule.</summary>
    public static IReadOnlyList<string> OfSchedule { get; } = [Weekly, Monthly, At];

    /// <summary>The member that a property of <see cref="DefinitionRules"/> is in.</summary>
    public static string Of(string property) => property switch
    {
        "Name" => Name,
        "Content" => Contents,
        "Recipient" => Recipients,
        "GroupId" => GroupIds,
        "At" or "DayOfWeek" or "DayOfMonth" or "Schedule" => Schedule,
        _ => "",
    };
}
