using Wfbss.Reports.DesktopRun;
using Wfbss.Reports.Testing;

// Arguments: the folder of the assembled module's netstandard2.0 assemblies, and, if another module is to be in the
// process first, that module's assembly. The service and the key pair are in the environment, as for Connect-Wfbss.
if (args.Length is not (1 or 2))
{
    await Console.Error.WriteLineAsync("Usage: Wfbss.Reports.DesktopRun.exe <module's lib/netstandard2.0> [<other module's assembly>]");
    return 2;
}

try
{
    var neighbour = args.Length == 2 ? NeighbourModule.Load(args[1]) : null;
    var before = neighbour?.Work();
    using var unobserved = new UnobservedExceptions();
    ModuleAssemblies.Load(args[0]);
    // Before it is loaded: Mono, unlike .NET Framework, gives to everybody what somebody has loaded.
    Check.That(neighbour?.IsGivenOurs() is not true, "the module's resolver answers for another module");
    await Verification.RunAsync();
    if (unobserved.Collect() is { Count: > 0 } failures)
    {
        throw new AggregateException("Tasks failed and nobody looked.", failures);
    }

    var json = ModuleAssemblies.Json();
    Check.That(Path.GetDirectoryName(json.Location) == Path.GetFullPath(args[0]), $"the client uses {json.Location}");
    Console.WriteLine($"The module works with its own System.Text.Json {json.GetName().Version}.");

    if (neighbour is not null)
    {
        Check.That(neighbour.Work() == before, "the other module has another System.Text.Json after the run than before");
        Console.WriteLine($"The other module still works with its System.Text.Json {before}.");
    }

    return 0;
}
catch (Exception exception)
{
    await Console.Error.WriteLineAsync(exception.ToString());
    return 1;
}
