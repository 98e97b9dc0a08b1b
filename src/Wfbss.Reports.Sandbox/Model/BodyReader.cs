using System.Buffers;
using System.Text.Json;

namespace Wfbss.Reports.Sandbox;

/// <summary>Reads the body of POST and PUT as strictly as the specification is written.</summary>
internal static class BodyReader
{
    private const int Weekly = 3;
    private const int Monthly = 4;

    private static readonly SearchValues<char> ForbiddenInNames = SearchValues.Create("\\/:;*?\"<>|");

    // Two values for one member mean a client that assembles JSON by hand; a real service would pick one silently.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <exception cref="FormatException">The body breaks the specification; the message names the member.</exception>
    public static SandboxReport Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return Read(new BodyMember(document.RootElement, ""));
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The body is not valid JSON: {exception.Message}", exception);
        }
    }

    private static SandboxReport Read(BodyMember root)
    {
        var type = root.Member("type").Integer(Weekly, Monthly);
        var setting = root.Member("setting");
        var name = Name(setting.Member("name"));
        var enabled = setting.Member("enabled").Flag();
        var parameter = setting.Member("parameter");
        var email = parameter.Member("email").Flag();
        return new SandboxReport
        {
            Type = type,
            Name = name,
            Enabled = enabled,
            Email = email,
            Time = parameter.Member("time").Integer(0, 86_399),
            Weekday = Day(parameter, "weekday", required: type == Weekly, 0, 6),
            MonthDay = Day(parameter, "monthday", required: type == Monthly, 1, 31),
            Addresses = Addresses(parameter, required: email),
            GroupIds = [.. parameter.OptionalItems("gids").Select(item => item.Integer(1, int.MaxValue))],
            Contents = Contents(parameter),
        };
    }

    private static string Name(BodyMember member)
    {
        var name = member.Text();
        if (string.IsNullOrWhiteSpace(name))
        {
            throw member.Wrong("must not be blank");
        }

        return name.AsSpan().ContainsAny(ForbiddenInNames) || name.Any(char.IsControl)
            ? throw member.Wrong("must not contain any of \\ / : ; * ? \" < > | or control characters")
            : name;
    }

    private static int? Day(BodyMember parameter, string name, bool required, int from, int to) =>
        required || parameter.Has(name) ? parameter.Member(name).Integer(from, to) : null;

    private static string[] Addresses(BodyMember parameter, bool required)
    {
        string[] addresses = [.. parameter.OptionalItems("address").Select(Address)];
        return required && addresses.Length == 0
            ? throw parameter.Member("address").Wrong("must have at least one address when setting.parameter.email is 1")
            : addresses;
    }

    private static string Address(BodyMember member)
    {
        var address = member.Text();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < address.Length - 1 && !address.Any(char.IsWhiteSpace)
            ? address
            : throw member.Wrong("must be an email address");
    }

    private static int[] Contents(BodyMember parameter)
    {
        int[] contents = [.. parameter.Member("contents").Items().Select(Content)];
        return contents.Length > 0 ? contents : throw parameter.Member("contents").Wrong("must not be empty");
    }

    private static int Content(BodyMember item)
    {
        var member = item.Member("tbl_type");
        var number = member.Integer(0, int.MaxValue);
        return ReportContents.IsKnown(number) ? number : throw member.Wrong("must be one of the contents of the specification");
    }
}
