using System.Collections;
using System.Management.Automation;
using System.Text;

namespace Wfbss.Reports.ModuleTests.Secrets;

/// <summary>All text that objects can be made to show: themselves, their properties as Format-List * shows them, and theirs.</summary>
internal static class PrintedText
{
    private const int Deep = 6;

    public static string Of(IEnumerable<object?> values)
    {
        var text = new StringBuilder();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var value in values)
        {
            Add(value, Deep, text, seen);
        }

        return text.ToString();
    }

    private static void Add(object? value, int depth, StringBuilder text, HashSet<object> seen)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is null || depth == 0)
        {
            return;
        }

        text.Append(Try(() => value!.ToString())).Append('\n');
        if (bare is string || bare.GetType().IsPrimitive || IsAboutCode(bare) || !seen.Add(bare))
        {
            return;
        }

        if (bare is IEnumerable items)
        {
            foreach (var item in items)
            {
                Add(item, depth - 1, text, seen);
            }
        }

        foreach (var property in PSObject.AsPSObject(bare).Properties)
        {
            text.Append(property.Name).Append(' ');
            Add(Try(() => property.Value), depth - 1, text, seen);
        }
    }

    // What describes code shows no values, and has no end.
    private static bool IsAboutCode(object value) =>
        value is Type or Delegate or CommandInfo or PSModuleInfo || value.GetType().Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true;

    private static T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception)
        {
            // Format-List shows nothing for a property that throws.
            return default;
        }
    }
}
