using System.Globalization;
using System.Text;

namespace Wfbss.Reports.Transport;

/// <summary>
/// The query of a request, percent-encoded once, here. What it makes is signed and sent as it is: encoding again, or
/// decoding for the signature, is how other clients break.
/// </summary>
internal sealed class ServiceQuery
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds <c>cids</c>, with raw commas between the ids as the specification has them.</summary>
    public ServiceQuery Customers(IEnumerable<CustomerId> ids) => AddEncoded("cids", string.Join(",", ids));

    /// <summary>Adds <c>cids</c> as a text of ids with commas between them, which stay raw.</summary>
    public ServiceQuery AddIds(string ids) => AddEncoded("cids", string.Join(",", ids.Split(',').Select(id => Uri.EscapeDataString(id.Trim()))));

    /// <summary>Adds a text, or nothing if it is <see langword="null"/>.</summary>
    public ServiceQuery Add(string name, string? value) =>
        value is null ? this : AddEncoded(name, Uri.EscapeDataString(value));

    /// <summary>Adds a number, or nothing if it is <see langword="null"/>.</summary>
    public ServiceQuery Add(string name, int? value) =>
        value is null ? this : AddEncoded(name, value.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The query with its question mark, or nothing if it has no parameter.</summary>
    public override string ToString() => _text.ToString();

    private ServiceQuery AddEncoded(string name, string value)
    {
        _text.Append(_text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(value);
        return this;
    }
}
