using System.Globalization;

namespace Wfbss.Reports.Testing;

/// <summary>Customer ids that are easy to tell apart.</summary>
internal static class Ids
{
    /// <summary>The id that ends with the number.</summary>
    public static CustomerId Of(int number) =>
        new(Guid.ParseExact("ABCDEF00" + number.ToString("D24", CultureInfo.InvariantCulture), "N"));

    public static CustomerId[] UpTo(int count) => [.. Enumerable.Range(1, count).Select(Of)];
}
