namespace Wfbss.Reports.Sandbox;

/// <summary>A customer's group of devices.</summary>
/// <param name="Id">The number that goes into a report's <c>gids</c>.</param>
/// <param name="Type">1 for devices, 2 for servers.</param>
/// <param name="Name">What the console shows.</param>
public sealed record SandboxGroup(int Id, int Type, string Name);
