using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Wfbss.Reports.DesktopNeighbour;

/// <summary>Another module that uses a System.Text.Json of its own, and finds it as ours does.</summary>
public static class Neighbour
{
    private static readonly string Folder = Path.GetDirectoryName(typeof(Neighbour).Assembly.Location)!;

    /// <summary>What a module does when it is imported.</summary>
    public static void Load() => AppDomain.CurrentDomain.AssemblyResolve += (_, request) =>
    {
        var path = Path.Combine(Folder, new AssemblyName(request.Name).Name + ".dll");
        return request.RequestingAssembly is { Location: { Length: > 0 } asking }
            && Path.GetDirectoryName(asking) == Folder
            && File.Exists(path)
                ? Assembly.LoadFrom(path)
                : null;
    };

    /// <summary>Writes and reads some JSON, and says with what.</summary>
    /// <returns>The version of System.Text.Json.</returns>
    public static string Work()
    {
        using var document = JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, int> { ["answer"] = 42 }));
        return document.RootElement.GetProperty("answer").GetInt32() == 42
            ? typeof(JsonDocument).Assembly.GetName().Version.ToString()
            : throw new InvalidOperationException("The neighbour's JSON does not come back as it was.");
    }

    /// <summary>Whether it gets an assembly that it does not have and that our module does.</summary>
    public static bool IsGivenOurs()
    {
        try
        {
            return UseOurs();
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool UseOurs() => typeof(TimeProvider).Assembly is not null;
}
