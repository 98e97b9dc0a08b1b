using System.CommandLine;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>The command line: the tour without arguments, or a script, a command or a prompt of the user's own.</summary>
internal static class QuickstartCommand
{
    // Spelled as pwsh spells them, and as other programs would.
    private static readonly string[] FileNames = ["-File", "-file", "--file", "-f"];
    private static readonly string[] CommandNames = ["-Command", "-command", "--command", "-c"];
    private static readonly string[] InteractiveNames = ["-Interactive", "-interactive", "--interactive", "-i"];
    private static readonly string[] CustomersNames = ["-Customers", "-customers", "--customers"];

    // A command may begin with @, and looks like the name of a response file then.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Does what the command line says.</summary>
    /// <returns>The exit code of pwsh, or 1 if it could not be started.</returns>
    public static Task<int> RunAsync(string[] arguments)
    {
        // As for pwsh, all that follows the name of a script is the script's own.
        var file = Array.FindIndex(arguments, argument => FileNames.Contains(argument));
        var end = file < 0 ? arguments.Length : Math.Min(file + 2, arguments.Length);
        // Without the time limit that a command has for ending itself after Ctrl+C: pwsh decides what that does.
        return Create(arguments[end..])
            .Parse(arguments[..end], Parsing)
            .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static RootCommand Create(string[] scriptArguments)
    {
        var file = new Option<string?>(FileNames[0], FileNames[1..]) { Description = "Run this script instead of the tour. What follows its name are its arguments." };
        var command = new Option<string?>(CommandNames[0], CommandNames[1..]) { Description = "Run this command instead of the tour." };
        var interactive = new Option<bool>(InteractiveNames[0], InteractiveNames[1..]) { Description = "Give a prompt; with a script or command, after it." };
        var customers = new Option<int>(CustomersNames[0], CustomersNames[1..]) { Description = "How many customers the sandbox has.", DefaultValueFactory = _ => 25 };

        var root = new RootCommand("PowerShell with the module imported and connected to a sandbox of the service. Without -File, -Command and -Interactive, it gives a tour.")
        {
            interactive, customers, command, file,
        };
        root.Validators.Add(result =>
        {
            if (result.GetResult(file) is not null && result.GetResult(command) is not null)
            {
                result.AddError("Use either -File or -Command.");
            }
        });
        root.SetAction((result, cancellation) => RunAsync(
            result.GetValue(file) is { } script ? ["-File", script, .. scriptArguments]
                : result.GetValue(command) is { } text ? ["-Command", text]
                : [],
            result.GetValue(interactive),
            result.GetValue(customers),
            cancellation));
        return root;
    }

    private static async Task<int> RunAsync(string[] own, bool isInteractive, int customers, CancellationToken cancellation)
    {
        try
        {
            var checkout = Checkout.Find();
            var module = Checkout.FindModule(checkout);
            var powerShell = await PinnedPowerShell.FindAsync(checkout, TellOfRestoring, cancellation);
            await using var sandbox = await SandboxServer.StartAsync(
                new SandboxOptions { Customers = customers, FullCustomers = Math.Min(1, customers) }, cancellation);

            if (isInteractive)
            {
                Console.WriteLine($"Wfbss.Reports is imported and connected to a sandbox with {customers} customers. Leave with exit.");
                return await UserShell.RunAsync(powerShell, sandbox, module, ["-NoExit", .. own]);
            }

            string[] tour = ["-File", UserShell.ShowScript, Path.Combine(module, "Examples", "quickstart.ps1")];
            return await UserShell.RunAsync(powerShell, sandbox, module, own.Length > 0 ? own : tour);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static void TellOfRestoring(string version) => Console.Error.WriteLine($"Restoring PowerShell {version}, once.");
}
