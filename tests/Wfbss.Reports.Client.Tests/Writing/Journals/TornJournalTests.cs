using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

/// <summary>A run can be killed at any moment; its journal goes on from what was written whole.</summary>
public sealed class TornJournalTests
{
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(JournalFixture.ThreeLines);

    [Fact]
    public void Wherever_it_was_torn_what_was_whole_is_kept_and_the_rest_is_cut_off()
    {
        using var fixture = new JournalFixture();
        for (var length = 0; length <= Whole.Length; length++)
        {
            File.WriteAllBytes(fixture.Path, Whole[..length]);
            var wholeLines = Whole[..length].Count(b => b == '\n');
            using (var journal = fixture.Open())
            {
                // A line that is whole but for its end was not yet on the disk as far as the run knew.
                AssertState(JournalFixture.Earlier(journal, 1), isInDoubt: wholeLines == 2, isDone: wholeLines == 3);
                AssertState(JournalFixture.Earlier(journal, 2), isInDoubt: wholeLines >= 2, isDone: false);
                journal.Conclude([JournalFixture.Settled(2, ResultStatus.Done, 1)]);
            }

            var records = JournalReader.ReadFile(fixture.Path).ToArray();
            Assert.Equal(wholeLines + 2, records.Length);
            Assert.Equal([JournalRecordKind.Run, JournalRecordKind.Outcome], records[^2..].Select(record => record.Kind));
        }
    }

    [Fact]
    public void That_a_line_was_cut_off_is_said()
    {
        using var fixture = new JournalFixture();
        File.WriteAllBytes(fixture.Path, Whole[..^1]);
        fixture.Open().Dispose();

        Assert.Contains("ends in the middle of a line", Assert.Single(fixture.Log.VerboseLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_said_where_nothing_was_cut_off()
    {
        using var fixture = new JournalFixture();
        fixture.Open().Dispose();
        fixture.Open().Dispose();

        Assert.Equal(2, JournalFixture.Records(fixture.Text).Count(record => record.Kind == JournalRecordKind.Run));
        Assert.Empty(fixture.Log.VerboseLines);
    }

    [Property(MaxTest = 50)]
    public void Whatever_a_disk_leaves_behind_the_last_whole_line_is_cut_off(NonEmptyArray<byte> rest, bool isLong)
    {
        // Long: more than what is written in its place, which would otherwise cover it up.
        using var fixture = new JournalFixture();
        var torn = Enumerable.Repeat(rest.Get, isLong ? 5000 : 1).SelectMany(bytes => bytes).Select(b => b == '\n' ? (byte)0 : b);
        File.WriteAllBytes(fixture.Path, [.. Whole, .. torn]);

        using (var journal = fixture.Open())
        {
            Assert.True(JournalFixture.Earlier(journal, 1)?.IsDone);
        }

        Assert.StartsWith(JournalFixture.ThreeLines, fixture.Text, StringComparison.Ordinal);
        Assert.EndsWith("\"}\n", fixture.Text, StringComparison.Ordinal);
        Assert.Equal(4, JournalReader.ReadFile(fixture.Path).Count());
    }

    [Fact]
    public void A_reader_of_a_torn_journal_reads_what_is_whole_and_changes_nothing()
    {
        using var fixture = new JournalFixture();
        File.WriteAllBytes(fixture.Path, Whole[..^10]);

        Assert.Equal(2, JournalReader.ReadFile(fixture.Path).Count());
        Assert.Equal(Whole[..^10], File.ReadAllBytes(fixture.Path));
    }

    [Theory]
    [InlineData("one line of text without an end")]
    [InlineData("[{\"id\":1}]")]
    [InlineData("{\"kind\":\"Intent\"")]
    [InlineData("{\"kind\":\"Ruin\",\"at\":\"")]
    [InlineData("{ ")]
    [InlineData("\ufeff{\"kind\":\"Run\"")]
    [InlineData(" ")]
    [InlineData("\0\0\0\0")]
    public void A_foreign_file_of_one_line_is_no_torn_journal_and_is_left_alone(string text)
    {
        using var fixture = new JournalFixture();
        fixture.Write(text);

        var failure = Assert.Throws<WfbssException>(() => fixture.Open());

        Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
        Assert.Equal(text, Encoding.UTF8.GetString(File.ReadAllBytes(fixture.Path)));
    }

    private static void AssertState(JournalState? state, bool isInDoubt, bool isDone) =>
        Assert.Equal((isInDoubt, isDone), (state?.IsInDoubt ?? false, state?.IsDone ?? false));
}
