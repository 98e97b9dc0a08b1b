using System.Globalization;

namespace Wfbss.Reports;

/// <summary>One part of a report (source: create-scheduled-report.txt, "setting.parameter.contents[].tbl_type").</summary>
public sealed class ReportContent : IEquatable<ReportContent>
{
    private static readonly ReportContent[] Known =
    [
        new(100, "VirusSummary", "Virus Summary"),
        new(101, "Top5DevicesWithVirusDetections", "Top 5 Devices (excluding Servers) with Virus Detections"),
        new(102, "Top5ServersWithVirusDetections", "Top 5 Servers with Virus Detections"),
        new(200, "SpywareGraywareSummary", "Spyware/Grayware Summary"),
        new(201, "Top5DevicesWithSpywareGraywareDetections", "Top 5 Devices (excluding Servers) with Spyware/Grayware Detections"),
        new(202, "Top5ServersWithSpywareGraywareDetections", "Top 5 Servers with Spyware/Grayware Detections"),
        new(300, "Top10NetworkVirusesDetected", "Top 10 Network Viruses Detected"),
        new(301, "Top10DevicesAttackedByNetworkViruses", "Top 10 Devices Attacked by Network Viruses"),
        new(400, "Top10DevicesViolatingWebThreatProtectionPolicies", "Top 10 Devices Violating Web Threat Protection Policies"),
        new(500, "Top5ProgramsViolatingBehaviorMonitoringPolicies", "Top 5 Programs Violating Behavior Monitoring Policies"),
        new(501, "Top10DevicesViolatingBehaviorMonitoringPolicies", "Top 10 Devices Violating Behavior Monitoring Policies"),
        new(600, "Top5UrlCategoryPoliciesViolated", "Top 5 URL Category Policies Violated"),
        new(601, "Top10DevicesViolatingUrlCategoryPolicies", "Top 10 Devices Violating URL Category Policies"),
        new(700, "Top5ProgramsViolatingDeviceControlPolicies", "Top 5 Programs Violating Device Control Policies"),
        new(701, "Top10DevicesViolatingDeviceControlPolicies", "Top 10 Devices Violating Device Control Policies"),
    ];

    private ReportContent(int number, string name, string title)
    {
        Number = number;
        Name = name;
        Title = title;
    }

    /// <summary>Every content that the specification lists, by number.</summary>
    public static IReadOnlyList<ReportContent> All => Known;

    /// <summary>The service's number, <c>tbl_type</c>.</summary>
    public int Number { get; }

    /// <summary>The name for scripts and files, such as <c>VirusSummary</c>; the number if it is not known.</summary>
    public string Name { get; }

    /// <summary>The title on the report.</summary>
    public string Title { get; }

    /// <summary>Whether the specification lists it.</summary>
    public bool IsKnown => Array.Exists(Known, content => content.Number == Number);

    /// <summary>The content of a number. A number that the specification does not list makes a content that is not known.</summary>
    public static ReportContent FromNumber(int number) =>
        Array.Find(Known, content => content.Number == number)
        ?? new ReportContent(number, number.ToString(CultureInfo.InvariantCulture), "(not in the specification)");

    /// <summary>The content of a name, in any case, or of a number in digits.</summary>
    /// <exception cref="FormatException">No content has that name; the message lists those that are like it, or all.</exception>
    public static ReportContent Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wanted = text.Trim();
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return FromNumber(number);
        }

        if (Array.Find(Known, content => content.IsNamed(wanted)) is { } known)
        {
            return known;
        }

        var alike = Known.Where(c => wanted.Length > 2 && c.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)).ToArray();
        var names = (alike.Length > 0 ? alike : Known).Select(content => content.Name).ToArray();
        var meant = alike.Length == 0 && Spelling.Nearest(wanted, names) is { } nearest ? $"Did you mean '{nearest}'? " : "";
        throw new FormatException($"'{wanted}' is not a report content. {meant}Use one of: {string.Join(", ", names)}.");
    }

    /// <inheritdoc/>
    public bool Equals(ReportContent? other) => other is not null && other.Number == Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportContent);

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private bool IsNamed(string text) =>
        Name.Equals(text, StringComparison.OrdinalIgnoreCase) || Title.Equals(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Whether a text is one: a string can hold halves of characters, which UTF-8 cannot.</summary>
internal static class WholeText
{
    /// <summary>Whether one half of a character of two halves is there without the other.</summary>
    public static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
