using System.Text;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>A journal in a file: JSON Lines, flushed to the disk with each record, held by one process at a time.</summary>
internal sealed class FileJournal : IRunJournal
{
    private readonly object _gate = new();
    private readonly Dictionary<CustomerId, Dictionary<string, JournalState>> _earlier = [];
    private readonly FileStream _stream;
    private readonly TimeProvider _time;
    private readonly JournalUse _use;
    private string _sum = JournalLine.FirstSum;
    private bool _hasEnded;

    private FileJournal(FileStream stream, JournalUse use, TimeProvider time)
    {
        _stream = stream;
        _use = use;
        _time = time;
    }

    /// <summary>Opens a journal, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="use">What it is for.</param>
    /// <param name="operation">What is done to every customer; <see langword="null"/> if that differs.</param>
    /// <param name="sender">The session that the run uses.</param>
    /// <exception cref="WfbssException">
    /// The file cannot be opened, is in use, is not a journal, was changed, or belongs to another command, definition or
    /// service; or the run has come to its end, and must not be repeated.
    /// </exception>
    public static FileJournal Open(string path, JournalUse use, WriteOperation? operation, RequestSender sender)
    {
        var journal = new FileJournal(JournalStream.OpenToWrite(path), use, sender.Session.Options.TimeProvider);
        try
        {
            var run = new JournalRecord
            {
                Kind = JournalRecordKind.Run,
                At = journal._time.GetUtcNow(),
                Format = JournalRecord.CurrentFormat,
                Command = use.ToString(),
                ReportName = operation?.ReportName,
                Definition = operation?.Fingerprint,
                Service = sender.Session.BaseUri.AbsoluteUri,
            };
            journal.Load(path, run, sender.Log);
            journal.Append([run]);
            return journal;
        }
        catch (IOException exception)
        {
            journal.Dispose();
            throw JournalStream.Failure(path, exception);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    public JournalState? Earlier(WriteItem item) =>
        item.Input.Id is { } id && item.Target is { } target && _earlier.TryGetValue(id, out var states) && states.TryGetValue(target, out var state)
            ? state
            : null;

    public IReadOnlyList<JournalState> Earlier(CustomerId id) => _earlier.TryGetValue(id, out var states) ? [.. states.Values] : [];

    // Removals of reports of several names may share a request, and so may replacements of which reading tells some only.
    public void Intend(IReadOnlyList<WriteItem> items) => Append(
    [
        .. items.GroupBy(item => (item.Operation.KnownAs, item.Operation.IsVisible)).Select(alike => new JournalRecord
        {
            Kind = JournalRecordKind.Intent,
            At = _time.GetUtcNow(),
            Write = items[0].Operation.Fingerprint,
            IsVisible = alike.Key.IsVisible ? null : false,
            ReportName = alike.Key.KnownAs,
            CustomerIds = [.. alike.Select(item => item.Id.ToString())],
        }),
    ]);

    public void Conclude(IReadOnlyList<WriteItem> items)
    {
        var now = _time.GetUtcNow();
        Append([.. items.Select(item => OutcomeOf(item.Operation.Fingerprint, item.Operation.KnownAs, item.Result!, now))]);
    }

    public void Conclude(JournalState doubt, ScheduledReportResult result) =>
        Append([OutcomeOf(doubt.Write, doubt.ReportName, result, _time.GetUtcNow())]);

    public void End() => Append([new JournalRecord { Kind = JournalRecordKind.End, At = _time.GetUtcNow() }]);

    private static JournalRecord OutcomeOf(string write, string reportName, ScheduledReportResult result, DateTimeOffset now) => new()
    {
        Kind = JournalRecordKind.Outcome,
        At = now,
        Write = write,
        ReportName = reportName,
        CustomerIds = [result.CustomerId],
        Status = result.Status,
        ReportId = result.ReportId,
        Message = result.Message,
        TraceId = result.TraceId,
        Attempts = result.Attempts,
        ConfirmedByReadBack = result.ConfirmedByReadBack,
    };

    public void Dispose() => _stream.Dispose();

    private void Load(string path, JournalRecord run, IOperationLog log)
    {
        var reader = new JournalReader(path, _stream);
        foreach (var record in reader.Records())
        {
            if (record.Kind is JournalRecordKind.Run)
            {
                CheckSameRun(path, record, run);
            }
            else
            {
                Note(record);
            }

            _hasEnded = record.Kind is JournalRecordKind.End;
        }

        // Settings may have been changed back since, which a repeat would undo without anybody asking for it.
        if (_hasEnded && _use is (JournalUse.Change or JournalUse.Remove))
        {
            throw Unusable(
                $"The run of the journal '{path}' has come to its end; it is not repeated, since reports may have been changed on purpose since.",
                "Use a new journal for a new run.");
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
        if (record.Write is not { } write)
        {
            return;
        }

        var target = WriteOperation.TargetOf(write, record.ReportName ?? "");
        foreach (var text in record.CustomerIds)
        {
            if (!CustomerId.TryParse(text, out var id))
            {
                continue;
            }

            if (!_earlier.TryGetValue(id, out var states))
            {
                _earlier.Add(id, states = new(StringComparer.Ordinal));
            }

            // NotAttempted says nothing about what an earlier run may have sent.
            if (record.Status == ResultStatus.NotAttempted && states.ContainsKey(target))
            {
                continue;
            }

            var isVisible = record.Kind is JournalRecordKind.Intent
                ? record.IsVisible is not false
                : !states.TryGetValue(target, out var before) || before.IsVisible;
            states[target] = new JournalState(
                write,
                record.ReportName ?? "",
                record.Status,
                record.At,
                record.ReportId,
                record.ConfirmedByReadBack is true,
                isVisible,
                IsBinding: _use is not JournalUse.Sync);
        }
    }

    private static void CheckSameRun(string path, JournalRecord earlier, JournalRecord run)
    {
        if (earlier.Command != run.Command)
        {
            throw Unusable(
                $"The journal '{path}' belongs to another command: it was made by {CommandOf(earlier)}, and this is {CommandOf(run)}.",
                "Use a journal of its own for each command.");
        }

        if (earlier.Definition is not null && run.Definition is not null && earlier.Definition != run.Definition)
        {
            throw Unusable(
                $"The journal '{path}' belongs to another definition: '{earlier.ReportName}' ({earlier.Definition.Substring(0, 8)}), not '{run.ReportName}' ({run.Definition.Substring(0, 8)}).",
                "Use the journal with the same settings as before, or give a new one to the new settings.");
        }

        if (earlier.Service != run.Service)
        {
            throw Unusable(
                $"The journal '{path}' belongs to the service at {earlier.Service}, not {run.Service}.",
                "Connect to the same service as before, or use a new journal.");
        }
    }

    private static string CommandOf(JournalRecord run) => run.Command switch
    {
        nameof(JournalUse.Create) => "New-WfbssScheduledReport",
        nameof(JournalUse.Change) => "Set-WfbssScheduledReport",
        nameof(JournalUse.Remove) => "Remove-WfbssScheduledReport",
        nameof(JournalUse.Sync) => "Sync-WfbssScheduledReport",
        var other => $"'{other}'",
    };

    private static WfbssException Unusable(string message, string action) => new(WfbssErrorKind.JournalUnusable, message, action);

    private void Append(IReadOnlyList<JournalRecord> records)
    {
        lock (_gate)
        {
            var text = new StringBuilder();
            var sum = _sum;
            foreach (var record in records)
            {
                text.Append(JournalLine.Write(record, sum, out sum)).Append('\n');
            }

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
