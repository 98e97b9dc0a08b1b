using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>The base of the transformations that read values as people mean them, where the engine would change some on the way.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ValueTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Reads the value, in place of the engine's own conversion.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is not a value of this kind; the message names it, and what is.</exception>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        try
        {
            return Read(inputData);
        }
        catch (FormatException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }

    /// <summary>Reads the value, or throws a <see cref="FormatException"/> that says what is wrong with it.</summary>
    private protected abstract object? Read(object? input);
}
