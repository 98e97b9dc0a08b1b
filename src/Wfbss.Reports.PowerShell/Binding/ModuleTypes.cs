using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Recognises the module's own objects, those as well that have been through a file, a job or remoting.</summary>
internal static class ModuleTypes
{
    private const string Thawed = "Deserialized.";
    private const string Root = "Wfbss.Reports.";

    /// <summary>The name of the module's type, such as <c>ScheduledReport</c>; <see langword="null"/> if it is somebody else's.</summary>
    public static string? KindOf(object? value)
    {
        if (value is null)
        {
            return null;
        }

        foreach (var name in PSObject.AsPSObject(value).TypeNames)
        {
            var bare = name.StartsWith(Thawed, StringComparison.Ordinal) ? name.Substring(Thawed.Length) : name;
            if (bare.StartsWith(Root, StringComparison.Ordinal))
            {
                return bare.Substring(bare.LastIndexOf('.') + 1);
            }
        }

        return null;
    }
}
