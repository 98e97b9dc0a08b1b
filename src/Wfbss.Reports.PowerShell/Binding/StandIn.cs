using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// A value of a parameter's own type that stands for something else: a script block that is run for each customer, or
/// nothing. So the parameter keeps its real type, which syntax, help and completion show. It is known by its identity, as a
/// boxed value or an array, which the engine keeps in the bound parameters.
/// </summary>
internal sealed class StandIn
{
    private static readonly ConditionalWeakTable<object, StandIn> All = new();

    private StandIn(ScriptBlock? script) => Script = script;

    /// <summary>The script block; <see langword="null"/> if the parameter counts as not given.</summary>
    public ScriptBlock? Script { get; }

    /// <summary>A value that stands for a script block, or for nothing.</summary>
    public static object Make(Type type, ScriptBlock? script)
    {
        var value = type.IsArray ? Array.CreateInstance(type.GetElementType()!, 1) : Activator.CreateInstance(type)!;
        All.Add(value, new StandIn(script));
        return value;
    }

    /// <summary>What a bound value stands for; <see langword="null"/> if it is a value.</summary>
    public static StandIn? Of(object? bound) => bound is not null && All.TryGetValue(bound, out var standIn) ? standIn : null;
}
