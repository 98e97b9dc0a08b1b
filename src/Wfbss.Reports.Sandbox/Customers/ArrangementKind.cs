namespace Wfbss.Reports.Sandbox.Customers;

/// <summary>What happens to requests that name a certain customer.</summary>
internal enum ArrangementKind
{
    /// <summary>Its element in the reply to a write is given; nothing is stored.</summary>
    Answer,

    /// <summary>Writes are 400 as a whole.</summary>
    Refuse,

    /// <summary>All requests are 404 as a whole.</summary>
    Expire,
}
