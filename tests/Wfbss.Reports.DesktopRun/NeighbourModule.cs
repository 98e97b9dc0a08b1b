using System.Reflection;

namespace Wfbss.Reports.DesktopRun;

/// <summary>Another module of the process, which was there first and has a System.Text.Json of its own.</summary>
internal sealed class NeighbourModule
{
    private readonly Type _neighbour;

    private NeighbourModule(Type neighbour) => _neighbour = neighbour;

    public static NeighbourModule Load(string path)
    {
        var neighbour = Assembly.LoadFrom(path).GetType("Wfbss.Reports.DesktopNeighbour.Neighbour", throwOnError: true);
        neighbour.GetMethod(nameof(Load)).Invoke(null, null);
        return new NeighbourModule(neighbour);
    }

    /// <summary>Lets it do its work.</summary>
    /// <returns>The version of its System.Text.Json.</returns>
    public string Work() => (string)_neighbour.GetMethod(nameof(Work)).Invoke(null, null);

    /// <summary>Whether it gets an assembly that it does not have and that our module does.</summary>
    public bool IsGivenOurs() => (bool)_neighbour.GetMethod(nameof(IsGivenOurs)).Invoke(null, null);
}
