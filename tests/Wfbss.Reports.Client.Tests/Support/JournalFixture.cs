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

    public FileJournal Open(ReportDefinition? definition = null, SessionOptions? options = null)
    {
        var transport = new ScriptedTransport(request => Attempts.Replied(request, 200, "{}"));
        var sender = TestSessions.SenderOver(transport, options, Log);
        return FileJournal.Open(Path, new CreateOperation(definition ?? Samples.Weekly, sender), sender);
    }

    public void Write(string text) => File.WriteAllBytes(Path, Encoding.UTF8.GetBytes(text));

    public void Dispose() => _folder.Dispose();

    public static ScheduledReportResult Result(int customer, string status, int? reportId = null, string message = "") => new()
    {
        CustomerId = Ids.Of(customer).ToString(),
        ReportName = Samples.Weekly.Name,
        Status = status,
        ReportId = reportId,
        Message = message,
        TraceId = "8c5a1a4e-6a9b-4b6f-8a53-5b2f7a3b1c11",
        Attempts = 1,
    };

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
            journal.Intend(Ids.UpTo(2));
            journal.Conclude([Result(1, ResultStatus.Done, 7, "Größe 😀")]);
        }

        return fixture.Text;
    }
}
