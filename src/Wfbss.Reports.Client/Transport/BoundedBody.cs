namespace Wfbss.Reports.Transport;

/// <summary>Reads a reply's body, but no more of it than is sane.</summary>
internal static class BoundedBody
{
    private const int FirstGuess = 4096;

    /// <exception cref="InvalidDataException">The body is larger than the bound.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > largest)
        {
            throw TooLarge(largest);
        }

#if NET
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var aborting = cancellationToken.Register(() => (content as WebReply)?.Abort());
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        using (stream)
        {
            var body = new byte[length ?? FirstGuess];
            var filled = 0;
            while (filled < length || length is null)
            {
#if NET
                var read = await stream.ReadAsync(body.AsMemory(filled), cancellationToken).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(body, filled, body.Length - filled, cancellationToken).ConfigureAwait(false);
#endif
                filled += read;
                if (read == 0)
                {
                    break;
                }

                if (filled > largest)
                {
                    throw TooLarge(largest);
                }

                if (filled == body.Length && length is null)
                {
                    Array.Resize(ref body, Math.Min(2 * filled, largest + 1));
                }
            }

            // What was announced is there in one piece; only the rest is copied.
            if (filled < body.Length)
            {
                Array.Resize(ref body, filled);
            }

            return body;
        }
    }

    private static InvalidDataException TooLarge(int largest) =>
        new($"the reply is larger than {largest / (1024 * 1024)} MiB");
}
