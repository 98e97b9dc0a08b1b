using System.Globalization;
using System.Text.Json;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>Which part of a list a request asks for.</summary>
internal readonly record struct Page(int Number, int Limit)
{
    /// <summary>Reads <c>page</c> and <c>limit</c>; false when one of them is not a positive integer.</summary>
    public static bool TryRead(CallTarget target, int maxLimit, out Page page)
    {
        var valid = TryRead(target.Parameter("page"), 1, out var number) & TryRead(target.Parameter("limit"), maxLimit, out var limit);
        page = new Page(number, Math.Min(limit, maxLimit));
        return valid;
    }

    /// <summary>The part of the list; empty past its end.</summary>
    public ReadOnlySpan<SandboxCustomer> Of(SandboxCustomer[] all)
    {
        var start = (int)Math.Min(all.Length, (Number - 1L) * Limit);
        return all.AsSpan(start, Math.Min(Limit, all.Length - start));
    }

    public void WriteTo(Utf8JsonWriter writer, int total)
    {
        writer.WriteStartObject("paging");
        writer.WriteNumber("total", total);
        writer.WriteNumber("limit", Limit);
        writer.WriteNumber("page", Number);
        writer.WriteEndObject();
    }

    private static bool TryRead(string? text, int fallback, out int number)
    {
        number = fallback;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);
    }
}
