using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Planning;

/// <summary>The settings of a report that are to change; what is <see langword="null"/> stays as it is.</summary>
public sealed record ReportChanges
{
    /// <summary>The new name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the service makes the report.</summary>
    public bool? Enabled { get; init; }

    /// <summary>The day of a weekly report, which makes a monthly one weekly.</summary>
    public DayOfWeek? DayOfWeek { get; init; }

    /// <summary>The day of a monthly report, which makes a weekly one monthly.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>The time of day.</summary>
    public TimeSpan? At { get; init; }

    /// <summary>What is in the report.</summary>
    public IReadOnlyList<ReportContent>? Contents { get; init; }

    /// <summary>Who gets the report by e-mail; nobody turns the e-mail off.</summary>
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>The groups that the report is about; none for all devices.</summary>
    public IReadOnlyList<int>? GroupIds { get; init; }

    /// <summary>The changes that make a report all of a definition.</summary>
    public static ReportChanges To(ReportDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return new ReportChanges { Whole = definition };
    }

    /// <summary>All settings, where they are given together.</summary>
    internal ReportDefinition? Whole { get; private init; }

    /// <summary>Whether nothing changes.</summary>
    internal bool IsEmpty => this == new ReportChanges();

    /// <summary>Fails if a new value breaks a rule of the specification, whatever report it is for.</summary>
    /// <exception cref="WfbssException"><see cref="WfbssErrorKind.InvalidDefinition"/>; the message lists all that do.</exception>
    internal void Check()
    {
        if (Whole is not null)
        {
            DefinitionRules.Check(Whole);
            return;
        }

        var violations = Violations();
        if (violations.Count == 0)
        {
            return;
        }

        throw new WfbssException(
            WfbssErrorKind.InvalidDefinition,
            $"The new settings cannot be sent. {string.Join(" ", violations)}",
            $"Correct {string.Join(", ", violations.Select(v => v.Property).Distinct())} and run the command again. Nothing was sent.");
    }

    /// <summary>The rules that new values break, whatever report they are for.</summary>
    internal IReadOnlyList<DefinitionViolation> Violations() => DefinitionRules.Violations(Probe());

    /// <summary>What is allowed, but may not be what is wanted.</summary>
    /// <param name="reportName">What the reports are called.</param>
    internal IReadOnlyList<string> Warnings(string reportName) => DefinitionRules.Warnings(Probe() with { Name = reportName });

    /// <summary>The settings of a report with the changes.</summary>
    /// <param name="report">The report as the service shows it.</param>
    /// <param name="unseen">
    /// The settings that are neither changed nor shown by the service: a replace, which sends all, would lose them.
    /// </param>
    /// <returns><see langword="null"/> if there are any of these.</returns>
    internal ReportDefinition? ApplyTo(ScheduledReport report, out IReadOnlyList<string> unseen)
    {
        unseen = Whole is null ? Unseen(report) : [];
        if (Whole is not null)
        {
            return Whole;
        }

        if (unseen.Count > 0)
        {
            return null;
        }

        var recipients = Recipients ?? report.Recipients ?? [];
        return new ReportDefinition
        {
            Name = Name ?? report.Name,
            Enabled = Enabled ?? report.Enabled!.Value,
            Schedule = Schedule(report),
            Contents = Contents ?? report.Contents!,
            SendEmail = Recipients is null ? report.SendEmail!.Value : recipients.Count > 0,
            Recipients = recipients,
            GroupIds = GroupIds ?? report.GroupIds ?? [],
        };
    }

    // The changes on a report with nothing wrong in it, so that what is found is theirs. What stays is the service's own
    // and is sent back as it came.
    private ReportDefinition Probe() => ApplyTo(
        new ScheduledReport
        {
            CustomerId = "",
            Name = "probe",
            Enabled = true,
            Frequency = ReportFrequency.Weekly,
            DayOfWeek = System.DayOfWeek.Monday,
            At = TimeSpan.Zero,
            SendEmail = false,
            Recipients = [],
            GroupIds = [],
            Contents = [ReportContent.All[0]],
        },
        out _)!;

    private ReportSchedule Schedule(ScheduledReport report)
    {
        var at = At ?? report.At!.Value;
        if (DayOfWeek is { } weekday)
        {
            return ReportSchedule.Weekly(weekday, at);
        }

        if (DayOfMonth is { } monthday)
        {
            return ReportSchedule.Monthly(monthday, at);
        }

        return report.Frequency is ReportFrequency.Weekly
            ? ReportSchedule.Weekly(report.DayOfWeek!.Value, at)
            : ReportSchedule.Monthly(report.DayOfMonth!.Value, at);
    }

    // Absent recipients and groups mean none, as in the body of a create; everything else is always there.
    private string[] Unseen(ScheduledReport report)
    {
        var isDayShown = report.Frequency switch
        {
            ReportFrequency.Weekly => report.DayOfWeek is not null,
            ReportFrequency.Monthly => report.DayOfMonth is not null,
            _ => false,
        };
        (string Setting, bool IsKnown)[] settings =
        [
            ("NewName", Name is not null || report.Name.Length > 0),
            ("Content", Contents is not null || (report.Contents is not null && !report.ReadInPart.Contains("contents"))),
            ("Enabled", Enabled is not null || report.Enabled is not null),
            ("DayOfWeek or DayOfMonth", DayOfWeek is not null || DayOfMonth is not null || isDayShown),
            ("At", At is not null || report.At is not null),
            ("Recipient", Recipients is not null || (AreRecipientsShown(report) && !report.ReadInPart.Contains("address"))),
            ("GroupId", GroupIds is not null || !report.ReadInPart.Contains("gids")),
        ];
        return [.. settings.Where(setting => !setting.IsKnown).Select(setting => setting.Setting)];
    }

    private static bool AreRecipientsShown(ScheduledReport report) =>
        report.SendEmail is false || report is { SendEmail: true, Recipients: not null };
}
