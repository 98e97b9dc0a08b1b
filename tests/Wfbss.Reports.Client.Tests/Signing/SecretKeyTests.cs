using System.Collections;
using System.Reflection;
using System.Security;
using System.Text;
using System.Text.Json;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.Client.Tests.Signing;

public sealed class SecretKeyTests
{
    private const string Secret = TestSessions.Secret;

    [Fact]
    public void A_wiped_key_signs_nothing()
    {
        var key = SecretKey.FromText(Secret);
        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Sign(key));
    }

    [Fact]
    public void Wiping_overwrites_the_bytes()
    {
        var key = SecretKey.FromText(Secret);
        var field = typeof(SecretKey).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(f => f.FieldType == typeof(byte[]));
        var bytes = (byte[])field.GetValue(key)!;
        Assert.Equal(Secret, Encoding.UTF8.GetString(bytes));

        key.Dispose();

        Assert.All(bytes, b => Assert.Equal(0, b));
        Assert.Null(field.GetValue(key));
    }

    [Fact]
    public async Task A_key_that_is_wiped_while_others_sign_gives_right_signatures_or_none()
    {
        var right = Sign(SecretKey.FromText(Secret));
        for (var round = 0; round < 50; round++)
        {
            var key = SecretKey.FromText(Secret);
            using var start = new Barrier(3);
            var signers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 100; i++)
                {
                    try
                    {
                        Assert.Equal(right, Sign(key));
                    }
                    catch (ObjectDisposedException)
                    {
                        return;
                    }
                }
            })).ToArray();
            start.SignalAndWait();
            key.Dispose();
            await Task.WhenAll(signers);
        }
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("schlüssel-中-😀")]
    public void A_secure_string_makes_the_same_key_as_its_text(string text)
    {
        using var secure = new SecureString();
        foreach (var character in text)
        {
            secure.AppendChar(character);
        }

        using var fromSecure = SecretKey.FromSecureString(secure);
        using var fromText = SecretKey.FromText(text);

        Assert.Equal(Sign(fromText), Sign(fromSecure));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_blank_key_is_refused(string text) => Assert.Throws<ArgumentException>(() => SecretKey.FromText(text));

    [Fact]
    public void An_empty_secure_string_is_refused()
    {
        using var secure = new SecureString();
        Assert.Throws<ArgumentException>(() => SecretKey.FromSecureString(secure));
    }

    [Fact]
    public void Nothing_public_of_a_key_shows_it()
    {
        using var key = SecretKey.FromText(Secret);
        AssertHidden(key);
        Assert.Empty(typeof(SecretKey).GetProperties());
    }

    [Fact]
    public void Nothing_public_of_a_session_shows_its_key()
    {
        using var session = TestSessions.Over(request => Attempts.Replied(request, 200, "{}"));
        AssertHidden(session);
        AssertHidden(session.Options);
    }

    [Fact]
    public async Task Closing_a_session_wipes_its_key_closes_its_transport_and_ends_its_use()
    {
        var key = SecretKey.FromText(Secret);
        var transport = new ScriptedTransport(request => Attempts.Replied(request, 200, "{}"));
        var session = new WfbssSession(TestSessions.Options, key, transport);
        Assert.True(session.IsOpen);

        session.Dispose();
        session.Dispose();

        Assert.False(session.IsOpen);
        Assert.True(transport.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => Sign(key));
        var failure = await Assert.ThrowsAsync<WfbssException>(() => session.AttemptAsync(Attempts.Read, CancellationToken.None));
        Assert.Equal(WfbssErrorKind.SessionClosed, failure.Kind);
        Assert.Empty(transport.Requests);
    }

    [Fact]
    public async Task A_session_that_cannot_be_made_wipes_the_key_it_was_given()
    {
        var key = SecretKey.FromText(Secret);
        var options = TestSessions.Options with { BaseUri = new Uri("http://smpi.example.com") };

        await Assert.ThrowsAsync<WfbssException>(() => WfbssSession.ConnectAsync(options, key));

        Assert.Throws<ObjectDisposedException>(() => Sign(key));
    }

    private static string Sign(SecretKey key) => RequestSigner.Sign(key, "1363797148", "GET", "/SMPI", []);

    private static void AssertHidden(object value)
    {
        Assert.DoesNotContain(Secret, $"{value}", StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(value, value.GetType(), Serialised), StringComparison.Ordinal);
        foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
        {
            Assert.DoesNotContain(Secret, Shown(member.GetValue(value)), StringComparison.Ordinal);
        }

        Assert.Empty(value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance));
    }

    private static string Shown(object? value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        IEnumerable list and not string => string.Join(" ", list.Cast<object?>()),
        _ => $"{value}",
    };

    private static JsonSerializerOptions Serialised { get; } = new() { WriteIndented = true };
}
