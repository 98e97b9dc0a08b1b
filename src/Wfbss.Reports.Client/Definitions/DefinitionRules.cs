namespace Wfbss.Reports.Definitions;

/// <summary>The rules of the specification's tables (source: create-scheduled-report.txt, "Request Body").</summary>
public static class DefinitionRules
{
    /// <summary>Characters that a name may not have. The page's trailing 1 is a slip: names with that digit are allowed.</summary>
    internal const string ForbiddenInNames = "\\/:;*?\"<>|";

    private const int SecondsOfDay = 86_400;

    /// <summary>Every rule that a definition breaks; none if it is valid.</summary>
    public static IReadOnlyList<DefinitionViolation> Violations(ReportDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return
        [
            .. OfName(definition.Name),
            .. OfSchedule(definition.Schedule),
            .. OfContents(definition.Contents),
            .. OfRecipients(definition),
            .. OfGroups(definition.GroupIds),
        ];
    }

    /// <summary>What is allowed, but may not be what is wanted.</summary>
    public static IReadOnlyList<string> Warnings(ReportDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Schedule is { Frequency: ReportFrequency.Monthly, DayOfMonth: >= 29 and <= 31 and var day }
            ? [$"The report '{definition.Name}' runs on day {day}: months that are shorter than that are skipped."]
            : [];
    }

    /// <summary>Fails if the definition breaks a rule, and lists all that it breaks.</summary>
    /// <exception cref="WfbssException"><see cref="WfbssErrorKind.InvalidDefinition"/>.</exception>
    public static void Check(ReportDefinition definition)
    {
        Check(definition.Name, Violations(definition));
    }

    /// <summary>Fails if rules are broken, and lists all of them.</summary>
    /// <exception cref="WfbssException"><see cref="WfbssErrorKind.InvalidDefinition"/>.</exception>
    internal static void Check(string reportName, IReadOnlyList<DefinitionViolation> violations)
    {
        if (violations.Count == 0)
        {
            return;
        }

        throw new WfbssException(
            WfbssErrorKind.InvalidDefinition,
            $"The report '{reportName}' cannot be sent. {string.Join(" ", violations)}",
            $"Correct {string.Join(", ", violations.Select(v => v.Property).Distinct())} and run the command again. Nothing was sent.");
    }

    private static IEnumerable<DefinitionViolation> OfName(string name)
    {
        const string Property = "Name";
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new(Property, "A name is needed.");
            yield break;
        }

        foreach (var character in name.Where(c => ForbiddenInNames.Contains(c)).Distinct())
        {
            yield return new(Property, $"The character {character} is not allowed.");
        }

        foreach (var character in name.Where(char.IsControl).Distinct())
        {
            yield return new(Property, $"The control character U+{(int)character:X4} is not allowed.");
        }

        if (HiddenCharacter.DescribeIn(name) is { } hidden)
        {
            yield return new(Property, $"It has {hidden}: two names would look the same.");
        }

        if (WholeText.HasHalfCharacter(name))
        {
            yield return new(Property, "It holds half of a character pair, which is not text.");
        }
    }

    private static IEnumerable<DefinitionViolation> OfSchedule(ReportSchedule? schedule)
    {
        if (schedule is null)
        {
            yield return new("Schedule", "A weekly or monthly schedule is needed.");
            yield break;
        }

        var seconds = schedule.At.TotalSeconds;
        if (seconds is < 0 or >= SecondsOfDay)
        {
            yield return new("At", $"{schedule.At} is not a time of day: 00:00:00 to 23:59:59.");
        }
        else if (schedule.At.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            yield return new("At", "Only whole seconds are possible.");
        }

        foreach (var violation in OfDay(schedule))
        {
            yield return violation;
        }
    }

    private static IEnumerable<DefinitionViolation> OfDay(ReportSchedule schedule) => schedule.Frequency switch
    {
        ReportFrequency.Weekly => OfWeek(schedule),
        ReportFrequency.Monthly => OfMonth(schedule),
        _ => [new("Schedule", $"{(int)schedule.Frequency} is not a frequency: 3 (Weekly) or 4 (Monthly).")],
    };

    private static IEnumerable<DefinitionViolation> OfWeek(ReportSchedule schedule)
    {
        const string Property = "DayOfWeek";
        if (schedule.DayOfWeek is not { } day)
        {
            yield return new(Property, "A weekly report needs a day of the week.");
        }
        else if (day is < DayOfWeek.Sunday or > DayOfWeek.Saturday)
        {
            yield return new(Property, $"{(int)day} is not a day of the week: 0 (Sunday) to 6 (Saturday).");
        }

        if (schedule.DayOfMonth is not null)
        {
            yield return new("DayOfMonth", "A weekly report has no day of the month.");
        }
    }

    private static IEnumerable<DefinitionViolation> OfMonth(ReportSchedule schedule)
    {
        const string Property = "DayOfMonth";
        if (schedule.DayOfMonth is not { } day)
        {
            yield return new(Property, "A monthly report needs a day of the month.");
        }
        else if (day is < 1 or > 31)
        {
            yield return new(Property, $"{day} is not a day of a month: 1 to 31.");
        }

        if (schedule.DayOfWeek is not null)
        {
            yield return new("DayOfWeek", "A monthly report has no day of the week.");
        }
    }

    private static IEnumerable<DefinitionViolation> OfContents(IReadOnlyList<ReportContent> contents)
    {
        const string Property = "Content";
        if (contents.Count == 0)
        {
            yield return new(Property, "At least one content is needed.");
        }

        for (var i = 0; i < contents.Count; i++)
        {
            var content = contents[i];
            if (IsRepeat(contents, i))
            {
                yield return new(Property, $"{content.Name} ({content.Number}) is there twice.", i);
            }
            else if (!content.IsKnown)
            {
                var known = string.Join(", ", ReportContent.All.Select(c => c.Number));
                yield return new(Property, $"{content.Number} is not a content; known are {known}.", i);
            }
        }
    }

    private static IEnumerable<DefinitionViolation> OfRecipients(ReportDefinition definition)
    {
        const string Property = "Recipient";
        var recipients = definition.Recipients;
        if (definition.SendEmail && recipients.Count == 0)
        {
            yield return new(Property, "A report that is e-mailed needs at least one recipient.");
        }

        for (var i = 0; i < recipients.Count; i++)
        {
            if (EmailAddressRule.IsPlausible(recipients[i]))
            {
                continue;
            }

            var hidden = HiddenCharacter.DescribeIn(recipients[i]);
            yield return new(Property, $"'{recipients[i]}' is not an e-mail address{(hidden is null ? "" : $": it has {hidden}")}.", i);
        }
    }

    private static IEnumerable<DefinitionViolation> OfGroups(IReadOnlyList<int> groupIds)
    {
        const string Property = "GroupId";
        for (var i = 0; i < groupIds.Count; i++)
        {
            if (IsRepeat(groupIds, i))
            {
                yield return new(Property, $"{groupIds[i]} is there twice.", i);
            }
            else if (groupIds[i] < 1)
            {
                yield return new(Property, $"{groupIds[i]} is not a group ID: group IDs are greater than 0.", i);
            }
        }
    }

    private static bool IsRepeat<T>(IReadOnlyList<T> items, int index) => items.Take(index).Contains(items[index]);
}

/// <summary>A rule of the specification that a definition breaks.</summary>
/// <param name="Property">The property that it concerns, such as <c>Name</c>.</param>
/// <param name="Message">What is wrong and what is allowed, for a person.</param>
/// <param name="Index">Which item of the property it concerns, from 0; <see langword="null"/> if all of it.</param>
public sealed record DefinitionViolation(string Property, string Message, int? Index = null)
{
    /// <summary>Property and message.</summary>
    public override string ToString() => $"{Property}: {Message}";
}
