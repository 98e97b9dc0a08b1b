using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Transport;

public sealed class BoundedBodyTests
{
    private const int Bound = 20_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8192)]
    [InlineData(Bound)]
    public async Task A_body_within_the_bound_is_read_whole(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        Assert.Equal(bytes, await BoundedBody.ReadAsync(new ByteArrayContent(bytes), Bound, CancellationToken.None));
        Assert.Equal(bytes, await BoundedBody.ReadAsync(WithoutLength(bytes), Bound, CancellationToken.None));
    }

    [Fact]
    public async Task A_body_that_announces_too_much_is_refused_before_it_is_read()
    {
        using var stream = new MemoryStream(new byte[Bound + 1]);
        var content = new StreamContent(stream);
        content.Headers.ContentLength = Bound + 1;

        await Assert.ThrowsAsync<InvalidDataException>(() => BoundedBody.ReadAsync(content, Bound, CancellationToken.None));
        Assert.Equal(0, stream.Position);
    }

    [Fact]
    public async Task A_body_that_announces_nothing_is_refused_once_it_is_too_large() =>
        await Assert.ThrowsAsync<InvalidDataException>(
            () => BoundedBody.ReadAsync(WithoutLength(new byte[Bound + 1]), Bound, CancellationToken.None));

    private static StreamContent WithoutLength(byte[] bytes) => new(new OnlyForward(bytes));

    /// <summary>A stream whose length nobody knows, as on the wire.</summary>
    private sealed class OnlyForward(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
