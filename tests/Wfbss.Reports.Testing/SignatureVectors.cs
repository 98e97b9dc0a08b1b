using System.Text.Json;

namespace Wfbss.Reports.Testing;

/// <summary>Requests with the signatures that they must have.</summary>
internal static class SignatureVectors
{
    public static JsonElement Root { get; } = Read();

    private static JsonElement Read()
    {
        using var stream = typeof(SignatureVectors).Assembly.GetManifestResourceStream("signature-vectors.json")
            ?? throw new InvalidOperationException("There is no resource signature-vectors.json.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
