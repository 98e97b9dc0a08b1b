using System.Globalization;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>Which of a customer's reports a request means: by <c>name</c>, by <c>rtid</c>, or by both.</summary>
internal sealed record ReportFilter(string? Name, int? Rtid)
{
    public bool IsEmpty => Name is null && Rtid is null;

    /// <summary>Reads the two parameters; null when <c>rtid</c> is not a positive integer or <c>name</c> is blank.</summary>
    public static ReportFilter? Read(CallTarget target)
    {
        var name = target.Parameter("name");
        var text = target.Parameter("rtid");
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        if (text is null)
        {
            return new ReportFilter(name, null);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rtid) && rtid > 0
            ? new ReportFilter(name, rtid)
            : null;
    }

    public bool Matches(SandboxReport report) =>
        (Name is null || report.Name == Name) && (Rtid is null || report.Rtid == Rtid);
}
