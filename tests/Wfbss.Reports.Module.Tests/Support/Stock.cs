using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>The reports that customers have, before and after a test.</summary>
internal static class Stock
{
    /// <summary>The parameters of a definition that <see cref="Report"/> is right for.</summary>
    public const string Parameters = "-DayOfWeek Monday -At 08:00 -Content VirusSummary -Recipient soc@example.com -GroupId 1";

    public const int EightOClock = 8 * 3_600;

    public const int TwoOClock = 14 * 3_600;

    public static SandboxReport Report(string name) => new()
    {
        Name = name,
        Weekday = 1,
        Time = EightOClock,
        Email = true,
        Addresses = ["soc@example.com"],
        GroupIds = [1],
        Contents = [100],
    };

    /// <summary>Gives a customer, counted from 0, reports of these names; their ids count from 1.</summary>
    public static void Give(this Workplace place, int customer, params string[] names)
    {
        foreach (var name in names)
        {
            place.Give(customer, Report(name));
        }
    }

    public static void Give(this Workplace place, int customer, SandboxReport report) =>
        place.Server.State.AddReport(place.Server.State.Customers[customer].Id, report);

    /// <summary>Gives every customer reports of these names.</summary>
    public static void GiveAll(this Workplace place, params string[] names)
    {
        for (var customer = 0; customer < place.Ids.Length; customer++)
        {
            place.Give(customer, names);
        }
    }

    /// <summary>The reports of a customer, counted from 0.</summary>
    public static IReadOnlyList<SandboxReport> ReportsOf(this Workplace place, int customer) => place.Server.State.Customers[customer].Reports;

    /// <summary>The reports' names, customer by customer.</summary>
    public static string[] NamesByCustomer(this Workplace place) =>
        [.. place.Server.State.Customers.Select(customer => string.Join(", ", customer.Reports.Select(report => report.Name)))];

    /// <summary>One property of everything that a script has written.</summary>
    public static IReadOnlyList<object?> Column(this Invocation run, string property) =>
        [.. run.Output.Select(item => item.Properties[property].Value)];
}
