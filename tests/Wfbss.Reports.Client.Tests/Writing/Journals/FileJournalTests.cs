using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

public sealed class FileJournalTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void What_was_noted_is_read_back()
    {
        using (var journal = _fixture.Open())
        {
            journal.Intend(Runs.Items(Ids.UpTo(2)));
            journal.Conclude([JournalFixture.Settled(1, ResultStatus.Done, 7), JournalFixture.Settled(2, ResultStatus.LimitError, null, "over the report limit")]);
        }

        var records = JournalReader.ReadFile(_fixture.Path).ToArray();
        Assert.Equal(["Run", "Intent", "Outcome", "Outcome"], records.Select(record => record.Kind.ToString()));
        Assert.Equal(
            (JournalRecord.CurrentFormat, "Weekly security", "https://smpi.example.com/"),
            (records[0].Format, records[0].ReportName, records[0].Service));
        Assert.Equal(64, records[0].Definition?.Length);
        Assert.Equal(Ids.UpTo(2).Select(id => id.ToString()), records[1].CustomerIds);
        Assert.Equal((ResultStatus.Done, 7, 1), (records[2].Status, records[2].ReportId, records[2].Attempts));
        Assert.Equal("over the report limit", records[3].Message);
        Assert.All(records, record => Assert.Equal(TimeSpan.Zero, record.At.Offset));
    }

    [Fact]
    public void Each_record_is_in_the_file_as_soon_as_it_is_noted()
    {
        using var journal = _fixture.Open();
        var before = new FileInfo(_fixture.Path).Length;
        journal.Intend(Runs.Items([Ids.Of(1)]));
        var after = new FileInfo(_fixture.Path).Length;

        Assert.True(before > 0);
        Assert.True(after > before);
    }

    [Fact]
    public void No_secret_is_in_it()
    {
        using (var journal = _fixture.Open())
        {
            journal.Intend(Runs.Items(Ids.UpTo(10)));
        }

        Assert.DoesNotContain(TestSessions.Secret, _fixture.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_cannot_write_it_at_the_same_time()
    {
        using (_fixture.Open())
        {
            Assert.Equal(WfbssErrorKind.JournalInUse, Assert.Throws<WfbssException>(() => _fixture.Open()).Kind);
            Assert.Equal(
                WfbssErrorKind.JournalInUse,
                Assert.Throws<WfbssException>(() => JournalReader.ReadFile(_fixture.Path).ToArray()).Kind);
        }

        _fixture.Open().Dispose();
    }

    [Fact]
    public void A_journal_that_was_refused_is_not_kept_open()
    {
        _fixture.Write("foreign\n");
        Assert.Throws<WfbssException>(() => _fixture.Open());
        File.Delete(_fixture.Path);
        _fixture.Open().Dispose();
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("\n")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("{\"kind\":\"Run\"}\n")]
    [InlineData("{\"kind\":\"Run\",\"at\":\"2026-01-01T00:00:00.0000000Z\",\"sum\":\"0000000000000000\"}\n")]
    public void A_foreign_file_is_refused_and_left_alone(string text)
    {
        _fixture.Write(text);
        var failure = Assert.Throws<WfbssException>(() => _fixture.Open());

        Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
        Assert.Contains("is not a journal", failure.Message, StringComparison.Ordinal);
        Assert.Equal(text, _fixture.Text);
    }

    [Theory]
    [InlineData("wfbss-journal/1")]
    [InlineData("wfbss-journal/3")]
    public void A_journal_of_another_format_is_refused(string format)
    {
        var other = new JournalRecord { Kind = JournalRecordKind.Run, At = DateTimeOffset.UnixEpoch, Format = format };
        _fixture.Write(JournalLine.Write(other, JournalLine.FirstSum, out _) + "\n");

        Assert.Equal(WfbssErrorKind.JournalUnusable, Assert.Throws<WfbssException>(() => _fixture.Open()).Kind);
    }

    [Fact]
    public void A_journal_of_another_definition_is_refused_and_left_alone()
    {
        _fixture.Open().Dispose();
        var before = _fixture.Text;
        var failure = Assert.Throws<WfbssException>(() => _fixture.Open(Samples.Weekly with { Enabled = false }));

        Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
        Assert.Contains("another definition", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Text);
    }

    [Fact]
    public void A_journal_of_another_service_is_refused_and_left_alone()
    {
        _fixture.Open().Dispose();
        var before = _fixture.Text;
        var failure = Assert.Throws<WfbssException>(
            () => _fixture.Open(options: TestSessions.Options with { BaseUri = new Uri("https://other.example.com") }));

        Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
        Assert.Contains("https://other.example.com", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, _fixture.Text);
    }

    [Fact]
    public void Where_there_is_no_folder_there_is_no_journal()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in new[] { folder.File("missing/run.jsonl"), folder.File("") })
        {
            Assert.Equal(WfbssErrorKind.JournalUnusable, Assert.Throws<WfbssException>(() => JournalStream.OpenToWrite(path)).Kind);
        }
    }

    [Fact]
    public void A_journal_that_is_not_there_cannot_be_read() =>
        Assert.Equal(
            WfbssErrorKind.JournalUnusable,
            Assert.Throws<WfbssException>(() => JournalReader.ReadFile(_fixture.Path).ToArray()).Kind);

    [Theory]
    [InlineData("intent", true, false)]
    [InlineData("intent Done", false, true)]
    [InlineData("Done", false, true)]
    [InlineData("intent Unknown", true, false)]
    [InlineData("intent InternalError", true, false)]
    [InlineData("intent Exception", true, false)]
    [InlineData("intent SpecError", false, false)]
    [InlineData("intent LimitError", false, false)]
    [InlineData("intent NotReturned", false, false)]
    [InlineData("intent Refused", false, false)]
    [InlineData("intent Denied", false, false)]
    [InlineData("intent NotDone", false, false)]
    [InlineData("intent Skipped", false, false)]
    [InlineData("NotAttempted", false, false)]
    [InlineData("intent NotAttempted", true, false)]
    [InlineData("intent Unknown NotAttempted", true, false)]
    [InlineData("intent Done NotAttempted", false, true)]
    [InlineData("intent NotDone intent", true, false)]
    [InlineData("intent NotDone intent Done", false, true)]
    [InlineData("NotAttempted intent", true, false)]
    public void What_an_earlier_run_left_is_done_or_in_doubt_or_open(string noted, bool isInDoubt, bool isDone)
    {
        using (var journal = _fixture.Open())
        {
            foreach (var entry in noted.Split(' '))
            {
                if (entry == "intent")
                {
                    journal.Intend(Runs.Items([Ids.Of(1), Ids.Of(2)]));
                }
                else
                {
                    journal.Conclude([JournalFixture.Settled(1, entry, entry == "Done" ? 7 : null)]);
                }
            }

            // What this run notes itself is not an earlier run's.
            Assert.Null(JournalFixture.Earlier(journal, 1));
        }

        using var later = _fixture.Open();
        var state = JournalFixture.Earlier(later, 1);
        Assert.Equal((isInDoubt, isDone), (state?.IsInDoubt, state?.IsDone));
        Assert.Null(JournalFixture.Earlier(later, 3));
        if (isDone)
        {
            Assert.Equal(7, state?.ToOutcome().ReportId);
        }
    }

    [Fact]
    public void Customers_of_one_request_keep_their_reports_name_and_whether_reading_shows_the_change()
    {
        WriteItem[] items =
        [
            .. Runs.Items([Ids.Of(1)], new ReplaceOperation(Samples.Weekly, 5, isVisible: true)),
            .. Runs.Items([Ids.Of(2)], new ReplaceOperation(Samples.Weekly, 5, isVisible: false)),
            .. Runs.Items([Ids.Of(3)], new ReplaceOperation(Samples.Weekly, 5, isVisible: true, knownAs: "Old name")),
        ];
        using (var journal = _fixture.Open(JournalUse.Change))
        {
            journal.Intend(items);
        }

        using var later = _fixture.Open(JournalUse.Change);
        var states = items.Select(item => later.Earlier(item)!).ToArray();
        Assert.Equal([true, false, true], states.Select(state => state.IsVisible));
        Assert.Equal(["Weekly security", "Weekly security", "Old name"], states.Select(state => state.ReportName));
        Assert.All(states, state => Assert.Equal((true, 5, items[0].Operation.Fingerprint), (state.IsInDoubt, state.TargetId, state.Write)));
    }

    [Fact]
    public async Task Many_batches_can_note_at_once()
    {
        using (var journal = _fixture.Open())
        {
            await Parallel.ForEachAsync(Enumerable.Range(1, 200), (number, _) =>
            {
                journal.Intend(Runs.Items([Ids.Of(number)]));
                journal.Conclude([JournalFixture.Settled(number, ResultStatus.Done, number)]);
                return ValueTask.CompletedTask;
            });
        }

        using var later = _fixture.Open();
        Assert.All(Runs.Items(Ids.UpTo(200)), item => Assert.True(later.Earlier(item)?.IsDone));
    }
}
