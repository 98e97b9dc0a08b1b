using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>Writes JSON into a buffer that each thread keeps.</summary>
internal static class JsonReply
{
    // Names go over the wire as UTF-8 and not as \u escapes, so that a client's decoding is put to the test.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(4_096);
        var writer = t_writer ??= new Utf8JsonWriter(buffer, WriterOptions);
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, state);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes an id as the service does: with dashes and, unless it was configured otherwise, in upper case.</summary>
    public static void WriteId(this Utf8JsonWriter writer, string name, Guid id, bool lowerCase)
    {
        Span<char> text = stackalloc char[36];
        id.TryFormat(text, out _, "D");
        if (!lowerCase)
        {
            System.Text.Ascii.ToUpperInPlace(text, out _);
        }

        writer.WriteString(name, text);
    }
}
