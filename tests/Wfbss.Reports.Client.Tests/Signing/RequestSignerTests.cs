using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Signing;

namespace Wfbss.Reports.Client.Tests.Signing;

public sealed class RequestSignerTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private static readonly JsonElement Vectors = SignatureVectors.Root;

    public static TheoryData<int> EachVector => [.. Enumerable.Range(0, Vectors.GetProperty("vectors").GetArrayLength())];

    [Theory]
    [MemberData(nameof(EachVector))]
    public void Each_worked_example_gives_its_signature(int index)
    {
        var vector = Vectors.GetProperty("vectors")[index];
        using var key = SecretKey.FromText(Vectors.GetProperty("secretKey").GetString()!);

        var signature = RequestSigner.Sign(
            key,
            Vectors.GetProperty("posixTime").GetString()!,
            vector.GetProperty("method").GetString()!,
            vector.GetProperty("target").GetString()!,
            JsonText.Utf8(vector.GetProperty("body").GetString()!));

        Assert.Equal(vector.GetProperty("signature").GetString(), signature);
    }

    [Fact]
    public void There_are_examples_with_and_without_body() =>
        Assert.Equal(2, Vectors.GetProperty("vectors").EnumerateArray().Select(v => v.TryGetProperty("contentMd5", out _)).Distinct().Count());

    [Fact]
    public void The_md5_of_a_body_that_is_signed_is_the_one_of_the_worked_example()
    {
        var vector = Vectors.GetProperty("vectors").EnumerateArray().Single(v => v.TryGetProperty("contentMd5", out _));
        var message = Vectors.GetProperty("posixTime").GetString() + "POST"
            + vector.GetProperty("target").GetString() + vector.GetProperty("contentMd5").GetString();

        Assert.Equal(vector.GetProperty("signature").GetString(), Convert.ToBase64String(Hmac(message)));
    }

    [Property]
    public void Any_request_is_signed_by_the_formula(AnyText target, AnyText body, long time)
    {
        using var key = SecretKey.FromText(Key);
        var bytes = JsonText.Utf8(body.Value);
#pragma warning disable CA5351 // The service's choice.
        var md5 = bytes.Length == 0 ? "" : Convert.ToBase64String(MD5.HashData(bytes));
#pragma warning restore CA5351

        Assert.Equal(
            Convert.ToBase64String(Hmac($"{time}PUT{target.Value}{md5}")),
            RequestSigner.Sign(key, $"{time}", "PUT", target.Value, bytes));
    }

    [Theory]
    [InlineData("get")]
    [InlineData("Get")]
    [InlineData("GET")]
    public void The_case_of_the_method_does_not_matter(string method)
    {
        using var key = SecretKey.FromText(Key);
        Assert.Equal(RequestSigner.Sign(key, "1", "GET", "/x", []), RequestSigner.Sign(key, "1", method, "/x", []));
    }

    [Fact]
    public void The_case_of_the_method_does_not_matter_in_turkish_either()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        using var key = SecretKey.FromText(Key);
        var expected = RequestSigner.Sign(key, "1", "LIST", "/x", []);
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            Assert.Equal(expected, RequestSigner.Sign(key, "1", "list", "/x", []));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static byte[] Hmac(string message) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(message));
}
