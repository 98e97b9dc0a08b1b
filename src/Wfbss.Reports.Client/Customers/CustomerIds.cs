namespace Wfbss.Reports.Customers;

/// <summary>What goes for ids in every call.</summary>
internal static class CustomerIds
{
    /// <summary>How many customers one call may name (source: create-scheduled-report.txt, "cids").</summary>
    public const int MostPerCall = 10;

    /// <summary>An id of the service in our form, or as it came if it is no GUID.</summary>
    public static string Normalise(string? text) =>
        CustomerId.TryParse(text, out var id) ? id.ToString() : text ?? "";

    /// <summary>Cuts ids into lists that fit a call.</summary>
    public static IEnumerable<IReadOnlyList<CustomerId>> InCalls(IEnumerable<CustomerId> ids)
    {
        var call = new List<CustomerId>(MostPerCall);
        foreach (var id in ids)
        {
            call.Add(id);
            if (call.Count < MostPerCall) continue;
            yield return call;
            call = new List<CustomerId>(MostPerCall);
        }

        if (call.Count > 0) yield return call;
    }
}
