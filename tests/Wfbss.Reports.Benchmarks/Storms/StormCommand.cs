using System.CommandLine;
using Wfbss.Reports.Testing.Storms;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Benchmarks.Storms;

/// <summary>The storm of the tests, at any size. Fails if a guarantee is broken.</summary>
internal static class StormCommand
{
    private static readonly Option<int> Customers = new("--customers") { Description = "How many customers there are.", DefaultValueFactory = _ => 20_000 };
    private static readonly Option<JournalUse> Operation = new("--operation") { Description = "What is done to the customers' reports.", DefaultValueFactory = _ => JournalUse.Create };
    private static readonly Option<int[]> Seeds = new("--seed") { Description = "What customers and faults are made from; a storm for each.", DefaultValueFactory = _ => [1], AllowMultipleArgumentsPerToken = true };
    private static readonly Option<double> Faults = new("--faults") { Description = "The probability, 0 to 1, that a request meets with a fault.", DefaultValueFactory = _ => 0.25 };
    private static readonly Option<int> Throttle = new("--throttle") { Description = "How many batches are in flight at once.", DefaultValueFactory = _ => 5 };
    private static readonly Option<bool> BreakReading = new("--break-reading") { Description = "Nothing can be read, so that what is unknown stays so." };

    public static Command Create()
    {
        var command = new Command("storm", "Writes reports while every kind of fault strikes at once, and checks the guarantees.")
        {
            Operation, Customers, Seeds, Faults, Throttle, BreakReading,
        };
        command.SetAction(async (parsed, _) =>
        {
            var broken = 0;
            foreach (var seed in parsed.GetValue(Seeds)!)
            {
                var figures = await Storm.RunAsync(new StormOptions
                {
                    Operation = parsed.GetValue(Operation),
                    Customers = parsed.GetValue(Customers),
                    Seed = seed,
                    Faults = parsed.GetValue(Faults),
                    ThrottleLimit = parsed.GetValue(Throttle),
                    BreaksReading = parsed.GetValue(BreakReading),
                });
                Console.WriteLine(figures);
                broken += figures.Broken.Count;
            }

            return broken == 0 ? 0 : 1;
        });
        return command;
    }
}
