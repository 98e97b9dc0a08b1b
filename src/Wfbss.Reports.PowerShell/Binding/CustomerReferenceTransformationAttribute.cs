using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Makes customers of what users give. The engine's own conversion would take apart what PowerShell takes for one thing,
/// such as an XML element.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CustomerReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Makes a list of customers; it never fails, so that one bad input does not stop the others.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => CustomerReferenceReader.Many(inputData).ToArray();
}
