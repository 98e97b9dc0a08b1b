using System.Buffers;

namespace Wfbss.Reports.Sandbox;

/// <summary>A request target taken apart: the resource, the parameters and the customer ids.</summary>
internal sealed class CallTarget
{
    private const string Root = "/SMPI/";
    private const int IdLength = 36;
    private const string Api = "service/wfbss/api/";

    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.");

    private readonly List<KeyValuePair<string, string>> _parameters = [];

    private CallTarget(string raw) => Raw = raw;

    /// <summary>Path and query as they came over the wire; this is what is signed.</summary>
    public string Raw { get; }

    /// <summary>The path in front of the query.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Whether the path is the service's at all.</summary>
    public bool IsService => Path.StartsWith(Root, StringComparison.Ordinal);

    /// <summary>What follows <c>…/api/</c>, or null when the path is not of the API.</summary>
    public string? Resource { get; private set; }

    /// <summary>The well-formed customer ids, in order and with repetitions.</summary>
    public IReadOnlyList<Guid> CustomerIds { get; private set; } = [];

    /// <summary>Whether <c>cids</c> has an entry that is not a GUID.</summary>
    public bool HasMalformedIds { get; private set; }

    /// <summary>A parameter that is given more than once, or null.</summary>
    public string? RepeatedParameter { get; private set; }

    public static CallTarget Parse(string rawTarget)
    {
        var raw = OriginForm(rawTarget);
        var target = new CallTarget(raw);
        var question = raw.IndexOf('?', StringComparison.Ordinal);
        target.Path = question < 0 ? raw : raw[..question];
        target.Resource = ResourceOf(target.Path);
        if (question >= 0)
        {
            target.ReadParameters(raw.AsSpan(question + 1));
        }

        target.ReadIds(target.Parameter("cids"));
        return target;
    }

    /// <summary>A parameter's decoded value, or null when it is not there.</summary>
    public string? Parameter(string name)
    {
        foreach (var parameter in _parameters)
        {
            if (parameter.Key == name)
            {
                return parameter.Value;
            }
        }

        return null;
    }

    // Through a proxy the target comes with scheme and host, which are not signed.
    private static string OriginForm(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (target.StartsWith('/') || scheme < 0)
        {
            return target;
        }

        var path = target.IndexOf('/', scheme + 3);
        return path < 0 ? "/" : target[path..];
    }

    private static string? ResourceOf(string path)
    {
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path.AsSpan(Root.Length);
        var slash = rest.IndexOf('/');
        if (slash > 1 && rest[0] == 'v' && !rest[1..slash].ContainsAnyExcept(VersionCharacters))
        {
            rest = rest[(slash + 1)..];
        }

        return rest.StartsWith(Api, StringComparison.Ordinal) ? rest[Api.Length..].ToString() : null;
    }

    private void ReadParameters(ReadOnlySpan<char> query)
    {
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            if (Parameter(name) is not null)
            {
                RepeatedParameter = name;
            }

            _parameters.Add(new(name, equals < 0 ? "" : Decode(pair[(equals + 1)..])));
        }
    }

    private static string Decode(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text.ToString().Replace('+', ' '));

    private void ReadIds(string? cids)
    {
        if (cids is null)
        {
            return;
        }

        var ids = new List<Guid>(10);
        foreach (var range in cids.AsSpan().Split(','))
        {
            // The parser would take spaces around an id; the service is not known to.
            var text = cids.AsSpan()[range];
            if (text.Length == IdLength && Guid.TryParseExact(text, "D", out var id))
            {
                ids.Add(id);
            }
            else
            {
                HasMalformedIds = true;
            }
        }

        CustomerIds = ids;
    }
}
