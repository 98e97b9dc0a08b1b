using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

/// <summary>A journal that was edited is noticed, because a line that is missing is a customer who gets a second report.</summary>
public sealed class JournalChainTests
{
    private static readonly string[] Lines = MakeLines();

    [Fact]
    public void Unchanged_it_is_read_whole() => Assert.Equal(Lines.Length, Records(Lines).Count);

    [Property(MaxTest = 500)]
    public Property A_changed_character_is_noticed() => Prop.ForAll(
        (from line in Gen.Choose(0, Lines.Length - 1)
         from at in Gen.Choose(0, Lines[line].Length - 1)
         from character in Gen.Elements("0aZ\"{},: \r\n\t\0é".ToCharArray()).Where(c => c != Lines[line][at])
         select (line, changed: Lines[line].Remove(at, 1).Insert(at, character.ToString()))).ToArbitrary(),
        sample => AssertNoticed([.. Lines.Select((line, index) => index == sample.line ? sample.changed : line)]));

    [Property(MaxTest = 200)]
    public Property A_character_that_was_put_in_or_taken_out_is_noticed() => Prop.ForAll(
        (from line in Gen.Choose(0, Lines.Length - 1)
         from at in Gen.Choose(0, Lines[line].Length - 1)
         from changed in Gen.Elements(Lines[line].Remove(at, 1), Lines[line].Insert(at, " "), Lines[line].Insert(at, "0"))
         where changed != Lines[line]
         select (line, changed)).ToArbitrary(),
        sample => AssertNoticed([.. Lines.Select((line, index) => index == sample.line ? sample.changed : line)]));

    [Fact]
    public void A_line_that_is_missing_is_noticed_unless_it_is_the_last()
    {
        for (var missing = 0; missing < Lines.Length - 1; missing++)
        {
            AssertNoticed([.. Lines.Where((_, index) => index != missing)]);
        }

        Assert.Equal(Lines.Length - 1, Records(Lines[..^1]).Count);
    }

    [Fact]
    public void A_line_that_was_put_in_is_noticed()
    {
        for (var at = 0; at <= Lines.Length; at++)
        {
            foreach (var line in Lines.Append("").Append("{}"))
            {
                AssertNoticed([.. Lines[..at], line, .. Lines[at..]]);
            }
        }
    }

    [Fact]
    public void Lines_that_were_swapped_are_noticed()
    {
        for (var one = 0; one < Lines.Length; one++)
        {
            for (var other = one + 1; other < Lines.Length; other++)
            {
                var swapped = (string[])Lines.Clone();
                (swapped[one], swapped[other]) = (swapped[other], swapped[one]);
                AssertNoticed(swapped);
            }
        }
    }

    [Fact]
    public void Line_ends_of_another_system_are_noticed() => AssertNoticed([.. Lines.Select(line => line + "\r")]);

    [Fact]
    public void The_message_says_which_line_and_what_to_do()
    {
        var changed = (string[])Lines.Clone();
        changed[3] = changed[3].Replace("Done", "Dome", StringComparison.Ordinal);
        var failure = Assert.Throws<WfbssException>(() => Records(changed));

        Assert.StartsWith("Line 4 of the journal", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-SkipExisting", failure.RecommendedAction, StringComparison.Ordinal);
    }

    private static void AssertNoticed(string[] lines) =>
        Assert.Equal(WfbssErrorKind.JournalUnusable, Assert.Throws<WfbssException>(() => Records(lines)).Kind);

    private static IReadOnlyList<JournalRecord> Records(string[] lines) =>
        JournalFixture.Records(string.Concat(lines.Select(line => line + "\n")));

    private static string[] MakeLines()
    {
        using var fixture = new JournalFixture();
        using (var journal = fixture.Open())
        {
            journal.Intend(Runs.Items(Ids.UpTo(2)));
            journal.Intend(Runs.Items([Ids.Of(3)]));
            journal.Conclude([JournalFixture.Settled(1, ResultStatus.Done, 7), JournalFixture.Settled(2, ResultStatus.LimitError, null, "over the report limit")]);
        }

        // Opened once more: a second run follows the first.
        using (var journal = fixture.Open())
        {
            journal.Conclude([JournalFixture.Settled(3, ResultStatus.Done, 1)]);
        }

        return fixture.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
