using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wfbss.Reports.Definitions.Files;

/// <summary>
/// Definitions as people keep them in files: JSON in UTF-8, with names instead of numbers. One definition is an object,
/// several are a list. The schema is module/Schema/wfbss-report-definition.schema.json.
/// </summary>
public static class DefinitionFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Names stay readable; nobody puts these files into a page or a script.
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static DefinitionFileContent Read(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads the bytes of a file, and tells everything that is wrong with them.</summary>
    /// <param name="bytes">The bytes, with or without a byte order mark.</param>
    /// <param name="file">The file's name, for the problems.</param>
    public static DefinitionFileContent Parse(byte[] bytes, string file)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(file);

        var problems = new ProblemList(file);
        var definitions = WithoutMark(bytes, problems) is { } utf8 ? Parse(utf8, problems) : [];
        return new DefinitionFileContent(problems.Count == 0 ? definitions : [], problems.InOrder);
    }

    /// <summary>What is wrong with a definition that is in no file, with the properties as a file has them.</summary>
    public static IReadOnlyList<DefinitionFileProblem> Check(ReportDefinition definition) =>
    [
        .. DefinitionRules.Violations(definition).Select(violation => new DefinitionFileProblem(
            null, null, DefinitionMember.Of(violation.Property), violation.Message)),
    ];

    /// <summary>The bytes of a file: an object for one definition, otherwise a list.</summary>
    /// <exception cref="WfbssException">A definition is invalid, so that the file could not be read again.</exception>
    public static byte[] Write(IReadOnlyList<ReportDefinition> definitions)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        foreach (var definition in definitions)
        {
            DefinitionRules.Check(definition);
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            if (definitions.Count != 1)
            {
                json.WriteStartArray();
            }

            foreach (var definition in definitions)
            {
                DefinitionFileWriter.Write(json, definition);
            }

            if (definitions.Count != 1)
            {
                json.WriteEndArray();
            }
        }

        var end = Strict.GetBytes(Environment.NewLine);
        bytes.Write(end, 0, end.Length);
        return bytes.ToArray();
    }

    private static IReadOnlyList<ReportDefinition> Parse(ReadOnlySpan<byte> utf8, ProblemList problems)
    {
        try
        {
            return DefinitionBinder.BindAll(PositionedJsonReader.Read(utf8), problems);
        }
        catch (JsonException exception)
        {
            problems.Add((int)(exception.LineNumber ?? 0) + 1, "", Sentence(exception));
            return [];
        }
    }

    // Windows PowerShell and Notepad write byte order marks, and Windows PowerShell's > writes UTF-16.
    private static byte[]? WithoutMark(byte[] bytes, ProblemList problems)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problems.Add(1, "", "The file is UTF-16. Save it as UTF-8.");
            return null;
        }

        try
        {
            Strict.GetCharCount(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            problems.Add(LineAt(bytes, exception.Index), "", "The file is not UTF-8. Save it as UTF-8.");
            return null;
        }

        return bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3).ToArray() : bytes;
    }

    private static int LineAt(byte[] bytes, int index) => 1 + bytes.Take(Math.Max(0, index)).Count(octet => octet == '\n');

    // The exception's own text goes on with the position, which is said elsewhere.
    private static string Sentence(JsonException exception)
    {
        var end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return "This is not JSON: " + (end < 0 ? exception.Message : exception.Message.Substring(0, end));
    }
}

/// <summary>What is in a file of definitions.</summary>
/// <param name="Definitions">The definitions; none unless all of the file is right.</param>
/// <param name="Problems">Everything that is wrong with the file.</param>
public sealed record DefinitionFileContent(
    IReadOnlyList<ReportDefinition> Definitions,
    IReadOnlyList<DefinitionFileProblem> Problems);
