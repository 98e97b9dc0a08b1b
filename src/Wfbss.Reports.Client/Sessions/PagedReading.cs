using System.Runtime.CompilerServices;
using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Sessions;

/// <summary>Reads lists that come in pages, and asks for a page only when it is wanted.</summary>
internal static class PagedReading
{
    /// <summary>The largest page that the service gives (source: service/smpi.md).</summary>
    public const int LargestPage = 100;

    /// <param name="sender">Sends the requests.</param>
    /// <param name="requestFor">The request for a page, from 1.</param>
    /// <param name="pageSize">How many items were asked for at once; the service's own word for it counts more.</param>
    /// <param name="itemsOf">The items of a reply.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses.</exception>
    public static async IAsyncEnumerable<JsonElement> ItemsAsync(
        RequestSender sender,
        Func<int, ServiceRequest> requestFor,
        int pageSize,
        Func<JsonElement, IEnumerable<JsonElement>> itemsOf,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int? before = null;
        for (var page = 1; ; page++)
        {
            var reply = await sender.ReadAsync(requestFor(page), cancellationToken).ConfigureAwait(false);
            var total = reply.Member("paging")?.Number("total");
            if (before is not null && total is not null && total != before)
            {
                sender.Log.Warning(Changed(before.Value, total.Value));
            }

            before = total;

            var count = 0;
            foreach (var item in itemsOf(reply))
            {
                count++;
                yield return item;
            }

            // An empty page ends the list whatever the total says: it may have shrunk meanwhile.
            if (count == 0 || page >= PageCount(total, reply.Member("paging")?.Number("limit") ?? pageSize))
            {
                yield break;
            }
        }
    }

    // Where something is removed, what follows moves up, and may move to a page that was read already.
    private static string Changed(int before, int now) =>
        $"The list changed from {before} to {now} entries while its pages were read, so some may be missing; read it again if all of them matter.";

    private static int PageCount(int? total, int limit) => total is null || limit < 1 ? 1 : ((total.Value - 1) / limit) + 1;
}
