using System.Globalization;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Reads whole numbers as people mean them: digits. The engine would take separators, fractions and true for numbers as
/// well, and make 13 of '1,3'.
/// </summary>
internal static class WholeNumber
{
    /// <summary>Reads a whole number; a text has to be digits.</summary>
    public static bool TryRead(object? value, out int number)
    {
        number = 0;
        return ObjectMembers.Unwrap(value) switch
        {
            sbyte or byte or short or ushort or int or uint or long or ulong => TryConvert(value, out number),
            float or double or decimal => IsWhole(value) && TryConvert(value, out number),
            string text => int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="FormatException">It is something else; the message says what.</exception>
    public static int Read(object? value) => TryRead(value, out var number)
        ? number
        : throw new FormatException($"'{ObjectMembers.TextOf(value)}' is not a whole number in digits.");

    // Spreadsheets and JSON have no whole numbers of their own.
    private static bool IsWhole(object? value)
    {
        var number = Convert.ToDouble(ObjectMembers.Unwrap(value), CultureInfo.InvariantCulture);
        return Math.Floor(number).Equals(number);
    }

    private static bool TryConvert(object? value, out int number)
    {
        try
        {
            number = Convert.ToInt32(ObjectMembers.Unwrap(value), CultureInfo.InvariantCulture);
            return true;
        }
        catch (OverflowException)
        {
            number = 0;
            return false;
        }
    }
}
