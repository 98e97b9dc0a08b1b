using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Testing.Storms;

/// <summary>How large a storm is, and how bad.</summary>
internal sealed record StormOptions
{
    /// <summary>What is done to the customers' reports.</summary>
    public JournalUse Operation { get; init; } = JournalUse.Create;

    /// <summary>How many customers there are.</summary>
    public int Customers { get; init; } = 2_000;

    /// <summary>What the customers and the sequence of faults are made from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The probability, 0 to 1, that a request meets with a fault.</summary>
    public double Faults { get; init; } = 0.25;

    /// <summary>How many batches are in flight at once.</summary>
    public int ThrottleLimit { get; init; } = 5;

    /// <summary>Whether nothing can be read while the storm lasts, so that what is unknown stays so.</summary>
    public bool BreaksReading { get; init; }
}
