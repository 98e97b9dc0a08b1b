namespace Wfbss.Reports.Definitions;

/// <summary>
/// Whether a text can be an e-mail address: enough to catch a slip of the keyboard, and lenient beyond it, because the
/// mail system decides.
/// </summary>
internal static class EmailAddressRule
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const string Forbidden = " ,;:<>()[]\\\"";

    /// <summary>Whether the text has one @ with a local part before and a dotted domain behind it.</summary>
    public static bool IsPlausible(string? address)
    {
        if (string.IsNullOrEmpty(address) || address!.Length > LongestAddress)
        {
            return false;
        }

        if (address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || Forbidden.Contains(c)))
        {
            return false;
        }

        if (WholeText.HasHalfCharacter(address) || HiddenCharacter.DescribeIn(address) is not null)
        {
            return false;
        }

        var parts = address.Split('@');
        return parts.Length == 2 && IsLocalPart(parts[0]) && IsDomain(parts[1]);
    }

    private static bool IsLocalPart(string text) =>
        text.Length is > 0 and <= LongestLocalPart && Array.TrueForAll(text.Split('.'), label => label.Length > 0);

    private static bool IsDomain(string text)
    {
        var labels = text.Split('.');
        return labels.Length > 1 && Array.TrueForAll(labels, IsLabel);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and < 64
        && label[0] != '-'
        && label[label.Length - 1] != '-'
        && label.All(c => char.IsLetterOrDigit(c) || c == '-' || c > '\x7F');
}
