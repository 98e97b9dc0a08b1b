using System.Text;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>A journal in a folder of its own.</summary>
internal sealed class JournalFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.File("run.jsonl");

    public string Text => File.ReadAllText(Path);

    public RecordingLog Log { get; } = new();

    /// <summary>A journal of three lines: the run, the intent for two customers, the outcome of the first.</summary>
    public static string ThreeLines { get; } = MakeThreeLines();

    /// <summary>Opens it as a run does that creates one report.</summary>
    public FileJournal Open(ReportDefinition? definition = null, SessionOptions? options = null) =>
        Open(JournalUse.Create, new CreateOperation(definition ?? Samples.Weekly), options);

    /// <summary>Opens it as a run does whose items bring their own operations, or as another one.</summary>
    public FileJournal Open(JournalUse use, WriteOperation? operation = null, SessionOptions? options = null)
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(request, 200, "{}"));
        return FileJournal.Open(Path, use, operation, TestSessions.SenderOver(transport, options, Log));
    }

    public void Write(string text) => File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(text));

    public void Dispose() => _folder.Dispose();

    /// <summary>An item that has its outcome.</summary>
    public static WriteItem Settled(int customer, string status, int? reportId = null, string message = "", WriteOperation? operation = null)
    {
        var item = Runs.Items([Ids.Of(customer)], operation)[0];
        item.Settle(new ScheduledReportResult
        {
            CustomerId = Ids.Of(customer).ToString(),
            ReportName = item.ReportName,
            Status = status,
            ReportId = reportId,
            Message = message,
            TraceId = "8c5a1a4e-6a9b-4b6f-8a53-5b2f7a3b1c11",
            Attempts = 1,
        });
        return item;
    }

    /// <summary>What earlier runs noted about the weekly report of a customer.</summary>
    public static JournalState? Earlier(FileJournal journal, int customer) => journal.Earlier(Runs.Items([Ids.Of(customer)])[0]);

    /// <summary>The records in a text, read as those of a journal.</summary>
    public static IReadOnlyList<JournalRecord> Records(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. new JournalReader("a journal", stream).Records()];
    }

    private static string MakeThreeLines()
    {
        using var fixture = new JournalFixture();
        using (var journal = fixture.Open())
        {
            journal.Intend(Runs.Items(Ids.UpTo(2)));
            journal.Conclude([Settled(1, ResultStatus.Done, 7, "Größe 😀")]);
        }

        return fixture.Text;
    }
}
