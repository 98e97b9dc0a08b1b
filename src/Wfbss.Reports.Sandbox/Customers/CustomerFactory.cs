using System.Globalization;

namespace Wfbss.Reports.Sandbox.Customers;

/// <summary>Makes the customers of a sandbox; the same seed makes the same ones.</summary>
internal sealed class CustomerFactory
{
    private static readonly string[] TimeZones =
        ["Europe/Berlin", "Europe/London", "America/New_York", "America/Los_Angeles", "Asia/Taipei", "Asia/Tokyo", "Australia/Sydney"];

    private static readonly string[] Plans = ["Monthly", "Yearly", "Monthly with support", "Trial"];

    private static readonly SandboxGroup[] OwnGroups =
        [new(3, 1, "Laptops"), new(4, 1, "Branch office"), new(5, 2, "Terminal servers"), new(6, 1, "Reception & front desk")];

    private static readonly DateTimeOffset FirstExpiry = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Few variants that many customers share: a list for each would be most of a big sandbox's memory.
    private static readonly IReadOnlyList<SandboxGroup>[] GroupVariants =
        [.. Enumerable.Range(0, OwnGroups.Length + 1).Select(count =>
            (IReadOnlyList<SandboxGroup>)[.. SandboxCustomer.DefaultGroups, .. OwnGroups.Take(count)])];

    private readonly Random _random;
    private readonly CompanyNames _names;

    public CustomerFactory(int seed)
    {
        _random = new Random(seed);
        _names = new CompanyNames(_random);
    }

    public SandboxCustomer[] Make(int count, int full, int reportLimit)
    {
        var customers = new SandboxCustomer[count];
        for (var i = 0; i < count; i++)
        {
            customers[i] = MakeOne(i);
        }

        foreach (var customer in PickFull(customers, full))
        {
            Fill(customer, reportLimit);
        }

        return customers;
    }

    private SandboxCustomer MakeOne(int index)
    {
        var trial = _random.Next(8) == 0;
        return new SandboxCustomer(NextGuid(_random), _names.At(index))
        {
            Eid = NextGuid(_random),
            TimeZone = TimeZones[_random.Next(TimeZones.Length)],
            SeatCount = _random.Next(1, 250),
            Expires = FirstExpiry.AddDays(_random.Next(720)),
            LicensePeriod = trial ? 1 : 12,
            AutoRenewal = !trial,
            LicenseType = trial ? 0 : 1,
            SpSubscription = Plans[_random.Next(Plans.Length)],
            Groups = GroupVariants[_random.Next(GroupVariants.Length)],
        };
    }

    // The first customer stays empty: it is the one that people and examples try things on.
    private IEnumerable<SandboxCustomer> PickFull(SandboxCustomer[] customers, int full)
    {
        if (full == 0)
        {
            return [];
        }

        var others = customers[1..];
        _random.Shuffle(others);
        return others.Take(full);
    }

    private void Fill(SandboxCustomer customer, int reportLimit)
    {
        for (var i = 1; i <= reportLimit; i++)
        {
            var weekly = _random.Next(2) == 0;
            customer.Create(new SandboxReport
            {
                Type = weekly ? 3 : 4,
                Number = _random.Next(60),
                Name = string.Create(CultureInfo.InvariantCulture, $"{(weekly ? "Weekly" : "Monthly")} overview {i}"),
                Time = _random.Next(24) * 3_600,
                Email = true,
                Weekday = weekly ? _random.Next(7) : null,
                MonthDay = weekly ? null : _random.Next(1, 29),
                Addresses = ["it@example.com"],
                Contents = [ReportContents.Numbers[_random.Next(ReportContents.Numbers.Count)]],
            });
        }
    }

    internal static Guid NextGuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
