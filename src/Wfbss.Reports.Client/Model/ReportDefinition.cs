namespace Wfbss.Reports;

/// <summary>The settings of one scheduled report, for any number of customers.</summary>
public sealed record ReportDefinition
{
    /// <summary>The report's name. Not blank, without <c>\ / : ; * ? " &lt; &gt; |</c> and control characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the service makes the report.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When the report is made.</summary>
    public required ReportSchedule Schedule { get; init; }

    /// <summary>What is in the report; at least one, none twice.</summary>
    public IReadOnlyList<ReportContent> Contents { get; init => field = TextList.Of(value); } = TextList.Of<ReportContent>([]);

    /// <summary>Whether the report is e-mailed.</summary>
    public bool SendEmail { get; init; }

    /// <summary>Who gets the report by e-mail; needed if it is e-mailed.</summary>
    public IReadOnlyList<string> Recipients { get; init => field = TextList.Of(value); } = TextList.Of<string>([]);

    /// <summary>The groups that the report is about; empty for all devices. Each greater than 0, none twice.</summary>
    public IReadOnlyList<int> GroupIds { get; init => field = TextList.Of(value); } = TextList.Of<int>([]);

    /// <summary>Whether the other definition has the same settings, lists in the same order.</summary>
    public bool Equals(ReportDefinition? other) =>
        other is not null
        && Name == other.Name
        && Enabled == other.Enabled
        && Schedule == other.Schedule
        && Contents.SequenceEqual(other.Contents)
        && SendEmail == other.SendEmail
        && Recipients.SequenceEqual(other.Recipients)
        && GroupIds.SequenceEqual(other.GroupIds);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // What differs most often among the definitions of one run.
        var hash = StringComparer.Ordinal.GetHashCode(Name);
        hash = (hash * 31) + Schedule.GetHashCode();
        hash = Recipients.Aggregate(hash, (sum, recipient) => (sum * 31) + StringComparer.Ordinal.GetHashCode(recipient));
        return GroupIds.Aggregate(hash, (sum, group) => (sum * 31) + group);
    }

    /// <summary>The name and the schedule.</summary>
    public override string ToString() => $"{Name} ({Schedule})";
}
