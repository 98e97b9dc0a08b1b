namespace Wfbss.Reports.Reports.Files;

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
