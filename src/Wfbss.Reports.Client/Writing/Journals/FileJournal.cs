using System.Text;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>A journal in a file: JSON Lines, flushed to the disk with each record, held by one process at a time.</summary>
internal sealed class FileJournal : IRunJournal
{
    private readonly object _gate = new();
    private readonly Dictionary<CustomerId, JournalState> _earlier = [];
    private readonly FileStream _stream;
    private readonly TimeProvider _time;
    private string _sum = JournalLine.FirstSum;

    private FileJournal(FileStream stream, TimeProvider time)
    {
        _stream = stream;
        _time = time;
    }

    /// <summary>Opens a journal, or begins one, for an operation.</summary>
    /// <exception cref="WfbssException">
    /// The file cannot be opened, is in use, is no journal, was changed, or belongs to another definition or service.
    /// </exception>
    public static FileJournal Open(string path, IWriteOperation operation, RequestSender sender)
    {
        var journal = new FileJournal(JournalStream.OpenToWrite(path), sender.Session.Options.TimeProvider);
        try
        {
            var run = new JournalRecord
            {
                Kind = JournalRecordKind.Run,
                At = journal._time.GetUtcNow(),
                Format = JournalRecord.CurrentFormat,
                ReportName = operation.ReportName,
                Definition = operation.Fingerprint,
                Service = sender.Session.BaseUri.AbsoluteUri,
            };
            journal.Load(path, run, sender.Log);
            journal.Append([run]);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    public JournalState? Earlier(CustomerId id) => _earlier.TryGetValue(id, out var state) ? state : null;

    public void Intend(IReadOnlyList<CustomerId> ids) => Append(
    [
        new JournalRecord
        {
            Kind = JournalRecordKind.Intent,
            At = _time.GetUtcNow(),
            CustomerIds = [.. ids.Select(id => id.ToString())],
        },
    ]);

    public void Conclude(IReadOnlyList<ScheduledReportResult> results)
    {
        var now = _time.GetUtcNow();
        Append([.. results.Select(result => new JournalRecord
        {
            Kind = JournalRecordKind.Outcome,
            At = now,
            CustomerIds = [result.CustomerId],
            Status = result.Status,
            ReportId = result.ReportId,
            Message = result.Message,
            TraceId = result.TraceId,
            Attempts = result.Attempts,
            ConfirmedByReadBack = result.ConfirmedByReadBack,
        })]);
    }

    public void Dispose() => _stream.Dispose();

    private void Load(string path, JournalRecord run, IOperationLog log)
    {
        var reader = new JournalReader(path, _stream);
        foreach (var record in reader.Records())
        {
            if (record.Kind is JournalRecordKind.Run) CheckSameRun(path, record, run);
            else Note(record);
        }

        if (reader.IsTorn)
        {
            log.Verbose($"The journal '{path}' ends in the middle of a line, as after a kill; that line is cut off.");
        }

        _stream.SetLength(reader.EndOfWholeLines);
        _stream.Position = reader.EndOfWholeLines;
        _sum = reader.LastSum;
    }

    private void Note(JournalRecord record)
    {
        foreach (var text in record.CustomerIds)
        {
            if (!CustomerId.TryParse(text, out var id)) continue;

            // NotAttempted says nothing about what an earlier run may have sent.
            if (record.Status == ResultStatus.NotAttempted && _earlier.ContainsKey(id)) continue;
            _earlier[id] = new JournalState(record.Status, record.At, record.ReportId, record.ConfirmedByReadBack is true);
        }
    }

    private static void CheckSameRun(string path, JournalRecord earlier, JournalRecord run)
    {
        if (earlier.Definition != run.Definition)
        {
            throw new WfbssException(
                WfbssErrorKind.JournalUnusable,
                $"The journal '{path}' belongs to another definition: '{earlier.ReportName}' ({earlier.Definition?.Substring(0, 8)}), not '{run.ReportName}' ({run.Definition?.Substring(0, 8)}).",
                "Use the journal with the same settings as before, or give a new one to the new settings.");
        }

        if (earlier.Service != run.Service)
        {
            throw new WfbssException(
                WfbssErrorKind.JournalUnusable,
                $"The journal '{path}' belongs to the service at {earlier.Service}, not {run.Service}.",
                "Connect to the same service as before, or use a new journal.");
        }
    }

    private void Append(IReadOnlyList<JournalRecord> records)
    {
        lock (_gate)
        {
            var text = new StringBuilder();
            var sum = _sum;
            foreach (var record in records) text.Append(JournalLine.Write(record, sum, out sum)).Append('\n');

            WriteThrough(Encoding.UTF8.GetBytes(text.ToString()));
            _sum = sum;
        }
    }

    private void WriteThrough(byte[] bytes)
    {
        var end = _stream.Position;
        try
        {
            _stream.Write(bytes, 0, bytes.Length);
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // A disk that is full leaves half a line; the next record must not follow it.
            _stream.SetLength(end);
            _stream.Position = end;
            throw;
        }
    }
}
