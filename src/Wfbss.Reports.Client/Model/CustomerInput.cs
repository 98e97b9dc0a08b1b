namespace Wfbss.Reports;

/// <summary>What was put in for one customer.</summary>
/// <param name="Text">The id as it was given.</param>
/// <param name="Id">The id, or <see langword="null"/> if the text is none.</param>
/// <param name="Name">The customer's name, where it came along.</param>
/// <param name="Position">Which input it was, from 1.</param>
internal sealed record CustomerInput(string Text, CustomerId? Id, string? Name, long Position)
{
    /// <summary>Why the input is not a customer, where more than the text is to be said; <see langword="null"/> where the text says it all.</summary>
    public string? Problem { get; init; }

    /// <summary>Why nobody is asked about the customer, although the input may name one; <see langword="null"/> if somebody is.</summary>
    public ItemOutcome? Refusal { get; init; }
}
