using Wfbss.Reports.Sandbox.Customers;

namespace Wfbss.Reports.Sandbox.Security;

/// <summary>The access token and secret key that requests must be signed with.</summary>
internal sealed record KeyPair(string AccessToken, string SecretKey)
{
    // Keeps the key pair of a seed apart from the customers of the same seed.
    private const int Salt = 0x5EED;

    public static KeyPair For(SandboxOptions options)
    {
        var random = new Random(options.Seed ^ Salt);
        var token = CustomerFactory.NextGuid(random).ToString("D").ToUpperInvariant();
        var secret = new byte[32];
        random.NextBytes(secret);
        return new KeyPair(options.AccessToken ?? token, options.SecretKey ?? Convert.ToBase64String(secret));
    }
}
