namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes texts of what has one, for parameters that are names, titles or paths, and refuses the rest.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextTransformationAttribute : ValueTransformationAttribute
{
    /// <summary>Whether the parameter takes several texts.</summary>
    public bool IsList { get; set; }

    /// <summary>Whether the value must not be shown: it may be a secret in the wrong place.</summary>
    public bool IsHidden { get; set; }

    /// <summary>
    /// Whether objects come from a pipeline, too. They are left to the engine then, which binds another parameter by one of
    /// their properties; a file as its LiteralPath.
    /// </summary>
    public bool LeavesObjects { get; set; }

    private protected override object? Read(object? input)
    {
        if (LeavesObjects && !TextValue.IsDecided(input))
        {
            return input;
        }

        try
        {
            return IsList ? TextValue.ReadMany(input) : TextValue.Read(input);
        }
        catch (FormatException) when (IsHidden)
        {
            throw new FormatException("The value is not one text.");
        }
    }
}
