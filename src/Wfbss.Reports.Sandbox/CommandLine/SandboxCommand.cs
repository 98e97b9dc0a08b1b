using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Wfbss.Reports.Sandbox.CommandLine;

/// <summary>The options of the executable, and what it does with them.</summary>
internal static class SandboxCommand
{
    private static readonly TimeSpan FaultDelay = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FaultRetryAfter = TimeSpan.FromSeconds(2);

    private static readonly Option<int> Customers = Integer("--customers", 25, 0, 1_000_000, "How many customers there are.");
    private static readonly Option<int> Port = Integer("--port", 0, 0, ushort.MaxValue, "The port on loopback; 0 takes a free one.");
    private static readonly Option<int> Latency = Integer("--latency", 0, 0, 600_000, "How long every request takes, in milliseconds.");
    private static readonly Option<int> Seed = Integer("--seed", 1, 0, int.MaxValue, "What customers, the key pair and faults are made from.");
    private static readonly Option<int> Full = Integer("--full", 0, 0, 1_000_000, "How many customers have the most reports already.");
    private static readonly Option<double> Faults = Probability("--faults", "The probability, 0 to 1, that a request meets with a fault.");

    /// <summary>Parses and runs; 1 when an option is wrong or the port is taken.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var command = new RootCommand("The WFBS-SVC service in memory, on loopback only, for rehearsal and tests.")
        {
            Customers, Port, Latency, Seed, Full, Faults,
        };
        command.SetAction((parsed, cancellation) => ServeAsync(parsed, output, error, cancellation));
        var result = command.Parse(arguments);
        if (result.Errors.Count > 0)
        {
            foreach (var problem in result.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            return 1;
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error };
        return await result.InvokeAsync(configuration, cancellationToken);
    }

    private static async Task<int> ServeAsync(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions
        {
            Customers = parsed.GetValue(Customers),
            Port = parsed.GetValue(Port),
            Latency = TimeSpan.FromMilliseconds(parsed.GetValue(Latency)),
            Seed = parsed.GetValue(Seed),
            FullCustomers = parsed.GetValue(Full),
        };
        if (options.FullCustomers > 0 && options.FullCustomers >= options.Customers)
        {
            await error.WriteLineAsync("--full must be less than --customers: the first customer starts without reports.");
            return 1;
        }

        try
        {
            await using var server = await SandboxServer.StartAsync(options, cancellationToken);
            server.Faults.SetProbabilities(parsed.GetValue(Faults), [.. SandboxFault.Storm(FaultDelay, FaultRetryAfter)]);
            await output.WriteAsync(Welcome.Text(server));
            await output.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (IOException exception)
        {
            await error.WriteLineAsync($"--port {options.Port}: {exception.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it is meant to end.
        }

        return 0;
    }

    private static Option<int> Integer(string name, int fallback, int from, int to, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = result => Read(result, name, from, to, $"an integer from {from} to {to}"),
    };

    private static Option<double> Probability(string name, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => 0,
        CustomParser = result => Read(result, name, 0d, 1d, "a number from 0 to 1, for example 0.25"),
    };

    private static T Read<T>(ArgumentResult result, string name, T from, T to, string what)
        where T : struct, IComparable<T>, IParsable<T>
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value) && value.CompareTo(from) >= 0 && value.CompareTo(to) <= 0)
        {
            return value;
        }

        result.AddError($"{name} must be {what}; '{text}' is not.");
        return default;
    }
}
