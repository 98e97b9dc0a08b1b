using System.CommandLine;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>The command line: the tour without arguments, or a script, a command or a prompt of the user's own.</summary>
internal static class QuickstartCommand
{
    public static RootCommand Create()
    {
        // Spelled as pwsh spells them, and as other programs would.
        var file = new Option<FileInfo?>("-File", "-file", "--file") { Description = "Run this script instead of the tour." };
        var command = new Option<string?>("-Command", "-command", "--command", "-c") { Description = "Run this command instead of the tour." };
        var interactive = new Option<bool>("-Interactive", "-interactive", "--interactive", "-i") { Description = "Give a prompt; with a script or command, after it." };
        var customers = new Option<int>("-Customers", "--customers") { Description = "How many customers the sandbox has.", DefaultValueFactory = _ => 25 };

        var root = new RootCommand("A real PowerShell engine with the module imported, and the sandbox service to try it on.")
        {
            file, command, interactive, customers,
        };
        root.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(file),
            arguments.GetValue(command),
            arguments.GetValue(interactive),
            arguments.GetValue(customers),
            cancellation));
        return root;
    }

    private static async Task<int> RunAsync(FileInfo? file, string? command, bool isInteractive, int customers, CancellationToken cancellation)
    {
        if (file is { Exists: false })
        {
            await Console.Error.WriteLineAsync($"There is no script '{file.FullName}'.");
            return 1;
        }

        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Customers = customers, FullCustomers = Math.Min(1, customers) }, cancellation);
        // The module takes its key pair from the environment, as it would in a container.
        Environment.SetEnvironmentVariable("WFBSS_BASE_URI", sandbox.BaseUri.AbsoluteUri);
        Environment.SetEnvironmentVariable("WFBSS_ACCESS_TOKEN", sandbox.AccessToken);
        Environment.SetEnvironmentVariable("WFBSS_SECRET_KEY", sandbox.SecretKey);

        using var session = new EngineSession(ModuleLocation.Find());
        var isFine = true;
        if (file is not null) isFine = session.RunFile(file.FullName);
        if (command is not null) isFine &= session.RunShown(command);
        if (file is null && command is null && !isInteractive)
        {
            isFine = new ScriptTour(session).Play(Path.Combine(ModuleLocation.Find(), "Examples", "quickstart.ps1"));
        }

        if (isInteractive) new Prompt(session).Run();
        return isFine ? 0 : 1;
    }
}
