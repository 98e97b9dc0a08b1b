namespace Wfbss.Reports.Reading;

/// <summary>Reads for several customers in one call, so that one that the service refuses does not sink the others.</summary>
internal static class Bisection
{
    /// <summary>Reads, and where the service refuses a call, reads for each half of its customers.</summary>
    /// <param name="ids">The customers.</param>
    /// <param name="refused">Takes those that are refused by themselves, with the service's words.</param>
    /// <param name="read">Reads for some of the customers.</param>
    /// <exception cref="WfbssException">The service does not answer, or refuses the caller.</exception>
    public static async Task ReadAsync(
        IReadOnlyList<CustomerId> ids,
        Dictionary<CustomerId, string> refused,
        Func<IReadOnlyList<CustomerId>, Task> read)
    {
        try
        {
            await read(ids).ConfigureAwait(false);
        }
        catch (WfbssException exception) when (exception.Kind is WfbssErrorKind.RequestRefused)
        {
            if (ids.Count == 1)
            {
                refused[ids[0]] = exception.Message;
                return;
            }

            var half = ids.Count / 2;
            await ReadAsync([.. ids.Take(half)], refused, read).ConfigureAwait(false);
            await ReadAsync([.. ids.Skip(half)], refused, read).ConfigureAwait(false);
        }
    }
}
