namespace Wfbss.Reports.Transport;

/// <summary>Reads a reply's body, but no more of it than is sane.</summary>
internal static class BoundedBody
{
    /// <exception cref="InvalidDataException">The body is larger than the bound.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int largest, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > largest) throw TooLarge(largest);

#if NET
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        using var aborting = cancellationToken.Register(() => (content as Desktop.WebReply)?.Abort());
        var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        using (stream)
        {
            using var body = new MemoryStream((int)(length ?? 4096));
            var buffer = new byte[8192];
            while (true)
            {
#if NET
                var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
#endif
                if (read == 0) return body.ToArray();
                if (body.Length + read > largest) throw TooLarge(largest);
                body.Write(buffer, 0, read);
            }
        }
    }

    private static InvalidDataException TooLarge(int largest) =>
        new($"the reply is larger than {largest / (1024 * 1024)} MiB");
}
