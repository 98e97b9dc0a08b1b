using FsCheck;
using FsCheck.Fluent;
using Wfbss.Reports.Definitions;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Text of whole characters of any script, with all that URLs and JSON treat specially.</summary>
public sealed record AnyText(string Value);

/// <summary>A name that the specification allows.</summary>
public sealed record ValidName(string Value);

/// <summary>A definition that the specification allows.</summary>
public sealed record ValidDefinition(ReportDefinition Value);

/// <summary>The generators of this project's own values.</summary>
public static class Generators
{
    private static readonly string[] SomeCharacters =
    [
        "a", "Z", "0", "1", "9", " ", "%", "&", "=", "+", "#", "?", "/", "\\", ":", ";", ",", "'", "\"", "<", ">", "|", "*",
        "(", ")", "!", "@", "$", "[", "]", "{", "}", "~", "-", "_", ".", "\t", "\n", "\0", "\u001b", "\u007f", "\u0085",
        "ä", "ß", "é", "Ж", "中", "ア", "한", "ا", "\u202e", "\ufeff", "\ufffd", "😀", "𠜎", "👩‍💻",
    ];

    private static readonly string[] NameCharacters =
        [.. SomeCharacters.Where(c => !c.Any(char.IsControl) && !c.Any(DefinitionRules.ForbiddenInNames.Contains) && c is not ("\u202e" or "\ufeff"))];

    public static Arbitrary<AnyText> Texts() => TextOf(SomeCharacters).Select(text => new AnyText(text)).ToArbitrary();

    public static Arbitrary<ValidName> Names() => Name().Select(name => new ValidName(name)).ToArbitrary();

    public static Arbitrary<ValidDefinition> Definitions() =>
        (from name in Name()
         from enabled in Gen.Elements(true, false)
         from schedule in Schedule()
         from contents in SomeOf(ReportContent.All)
         from isEmailed in Gen.Elements(true, false)
         from recipients in SomeOf(["soc@example.com", "o'hara+reports@example.co.uk", "jürgen@müller.example", "a@b.c"])
         from nobody in Gen.Elements(true, false)
         from groups in SomeOf([1, 2, 3, 17, int.MaxValue])
         from allDevices in Gen.Elements(true, false)
         select new ValidDefinition(new ReportDefinition
         {
             Name = name,
             Enabled = enabled,
             Schedule = schedule,
             Contents = contents,
             SendEmail = isEmailed,
             Recipients = nobody && !isEmailed ? [] : recipients,
             GroupIds = allDevices ? [] : groups,
         })).ToArbitrary();

    /// <summary>One or more of the items, none twice, in any order.</summary>
    public static Gen<T[]> SomeOf<T>(IReadOnlyList<T> items) =>
        from shuffled in Gen.Shuffle(items.ToArray())
        from count in Gen.Choose(1, items.Count)
        select shuffled.Take(count).ToArray();

    private static Gen<string> TextOf(string[] characters) =>
        Gen.Elements(characters).ListOf().Select(parts => string.Concat(parts));

    private static Gen<string> Name() => TextOf(NameCharacters).Where(name => !string.IsNullOrWhiteSpace(name));

    private static Gen<ReportSchedule> Schedule() =>
        from seconds in Gen.OneOf(Gen.Choose(0, 86_399), Gen.Elements(0, 86_399))
        let at = TimeSpan.FromSeconds(seconds)
        from schedule in Gen.OneOf(
            Gen.Choose(0, 6).Select(day => ReportSchedule.Weekly((DayOfWeek)day, at)),
            Gen.Choose(1, 31).Select(day => ReportSchedule.Monthly(day, at)))
        select schedule;
}
