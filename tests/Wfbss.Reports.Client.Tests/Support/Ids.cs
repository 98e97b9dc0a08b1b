using System.Globalization;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Customer ids that are easy to tell apart.</summary>
internal static class Ids
{
    /// <summary>The id that ends with the number.</summary>
    public static CustomerId Of(int number) =>
        new(Guid.ParseExact("ABCDEF00" + number.ToString("D24", CultureInfo.InvariantCulture), "N"));

    public static CustomerId[] UpTo(int count) => [.. Enumerable.Range(1, count).Select(Of)];

    public static CustomerInput Target(CustomerId id, long position = 1) => new(id.ToString(), id, null, position);

    /// <summary>Items that create the weekly report, or do something else.</summary>
    public static WriteItem[] Items(IEnumerable<CustomerId> ids, WriteOperation? operation = null)
    {
        operation ??= new CreateOperation(Samples.Weekly);
        return [.. ids.Select(id => new WriteItem(Target(id), operation))];
    }
}
