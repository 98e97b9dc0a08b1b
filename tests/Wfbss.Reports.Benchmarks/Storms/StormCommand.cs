using System.CommandLine;
using Wfbss.Reports.Testing;

namespace Wfbss.Reports.Benchmarks.Storms;

/// <summary>The storm of the tests, at any size. Fails if a guarantee is broken.</summary>
internal static class StormCommand
{
    private static readonly Option<int> Customers = new("--customers") { Description = "How many customers get a report.", DefaultValueFactory = _ => 20_000 };
    private static readonly Option<int> Seed = new("--seed") { Description = "What customers and faults are made from.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Faults = new("--faults") { Description = "The probability, 0 to 1, that a request meets with a fault.", DefaultValueFactory = _ => 0.25 };
    private static readonly Option<int> Throttle = new("--throttle") { Description = "How many batches are in flight at once.", DefaultValueFactory = _ => 5 };
    private static readonly Option<bool> BreakReading = new("--break-reading") { Description = "Nothing can be read, so that what is unknown stays so." };

    public static Command Create()
    {
        var command = new Command("storm", "Creates reports while every kind of fault strikes at once, and checks the guarantees.")
        {
            Customers, Seed, Faults, Throttle, BreakReading,
        };
        command.SetAction(async (parsed, _) =>
        {
            var figures = await Storm.RunAsync(new StormOptions
            {
                Customers = parsed.GetValue(Customers),
                Seed = parsed.GetValue(Seed),
                Faults = parsed.GetValue(Faults),
                ThrottleLimit = parsed.GetValue(Throttle),
                BreaksReading = parsed.GetValue(BreakReading),
            });
            Console.Write(figures);
            return figures.Broken.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
