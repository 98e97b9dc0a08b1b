using System.Text.Json;

namespace Wfbss.Reports.Transport;

/// <summary>A whole reply, read to its end within the bounds.</summary>
internal sealed class ServiceReply
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The body as text of JSON, or <see langword="null"/> if it is none. Its label is ignored: the service sometimes says text/html.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>Whether there is no body at all.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What an error's body says, in either of the two shapes that are known; otherwise the start of its text.</summary>
    public string ErrorText { get; init; } = "";

    /// <summary>How long the service asks to wait; <see langword="null"/> if it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service's clock, from the <c>Date</c> header.</summary>
    public DateTimeOffset? Date { get; init; }
}
