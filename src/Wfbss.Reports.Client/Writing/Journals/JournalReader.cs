using System.Text;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>Reads a journal from its first line, and checks each.</summary>
public sealed class JournalReader
{
    private readonly string _path;
    private readonly Stream _stream;
    private string _torn = "";

    internal JournalReader(string path, Stream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Where the whole lines end, in bytes. What follows is the torn line that a kill leaves.</summary>
    internal long EndOfWholeLines { get; private set; }

    /// <summary>The checksum of the last whole line.</summary>
    internal string LastSum { get; private set; } = JournalLine.FirstSum;

    /// <summary>Whether the file ends in the middle of a line.</summary>
    internal bool IsTorn { get; private set; }

    /// <summary>Reads the records of a journal that no run is using.</summary>
    /// <exception cref="WfbssException">The file is missing, in use, no journal, or was changed.</exception>
    public static IEnumerable<JournalRecord> ReadFile(string path)
    {
        using var stream = JournalStream.OpenToRead(path);
        foreach (var record in new JournalReader(path, stream).Records())
        {
            yield return record;
        }
    }

    internal IEnumerable<JournalRecord> Records()
    {
        var number = 0;
        foreach (var line in WholeLines())
        {
            number++;
            var record = JournalLine.Read(line, LastSum, out var sum);
            if (number == 1 && (record is not { Kind: JournalRecordKind.Run, Format: JournalRecord.CurrentFormat }))
            {
                throw NoJournal();
            }

            if (record is null)
            {
                throw Unusable(
                    $"Line {number} of the journal '{_path}' was changed, or a line before it is missing.",
                    "Use an unchanged copy of the journal. Without one, use a new journal and -SkipExisting, which leaves customers alone that have the report.");
            }

            LastSum = sum;
            yield return record;
        }

        // A journal may have been torn in its first line. A foreign file of one line must not be cut off as if it had.
        if (number == 0 && IsTorn && !JournalLine.MayBeStartOfRun(_torn))
        {
            throw NoJournal();
        }
    }

    private WfbssException NoJournal() => Unusable(
        $"The file '{_path}' is not a journal of this module.",
        "Give -JournalPath a file of its own: a new one, or the journal of an earlier run.");

    private static WfbssException Unusable(string message, string action) =>
        new(WfbssErrorKind.JournalUnusable, message, action);

    // Bytes, not text: the torn line is cut off at a position of the file.
    private IEnumerable<string> WholeLines()
    {
        var line = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = Read(buffer)) > 0)
        {
            var start = 0;
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] != '\n')
                {
                    continue;
                }

                line.Write(buffer, start, i - start);
                var text = Encoding.UTF8.GetString(line.ToArray());
                EndOfWholeLines += line.Length + 1;
                line.SetLength(0);
                start = i + 1;
                yield return text;
            }

            line.Write(buffer, start, count - start);
        }

        IsTorn = line.Length > 0;
        _torn = Encoding.UTF8.GetString(line.ToArray());
    }

    private int Read(byte[] buffer)
    {
        try
        {
            return _stream.Read(buffer, 0, buffer.Length);
        }
        catch (IOException exception)
        {
            throw JournalStream.Failure(_path, exception);
        }
    }
}
