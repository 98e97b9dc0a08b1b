namespace Wfbss.Reports.Sandbox;

/// <summary>A customer with its groups and reports. Safe to use while requests run.</summary>
public sealed class SandboxCustomer
{
    private readonly Lock _gate = new();
    private SandboxReport[] _reports = [];
    private int _lastRtid;

    /// <summary>A customer without reports and with the two default groups.</summary>
    public SandboxCustomer(Guid id, string name)
    {
        Id = id;
        Name = name;
    }

    /// <summary>What requests name the customer by.</summary>
    public Guid Id { get; }

    /// <summary>The id the vendor keeps for internal use.</summary>
    public Guid Eid { get; init; } = Guid.NewGuid();

    /// <summary>The company's name; set it to rename the company.</summary>
    public string Name { get; set; }

    /// <summary>An IANA time zone, as the vendor's sample has it.</summary>
    public string TimeZone { get; init; } = "Europe/Berlin";

    /// <summary>How many seats are licensed.</summary>
    public int SeatCount { get; init; } = 10;

    /// <summary>When the licence ends.</summary>
    public DateTimeOffset Expires { get; init; } = new(2031, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The licence's period in months.</summary>
    public int LicensePeriod { get; init; } = 12;

    /// <summary>Whether the licence renews itself.</summary>
    public bool AutoRenewal { get; init; } = true;

    /// <summary>0 for trial, 1 for full.</summary>
    public int LicenseType { get; init; } = 1;

    /// <summary>The partner's service plan.</summary>
    public string SpSubscription { get; init; } = "Yearly";

    /// <summary>The groups a report can be limited to.</summary>
    public IReadOnlyList<SandboxGroup> Groups { get; set; } = DefaultGroups;

    /// <summary>The reports at this moment; the list does not change afterwards.</summary>
    public IReadOnlyList<SandboxReport> Reports => Volatile.Read(ref _reports);

    internal static IReadOnlyList<SandboxGroup> DefaultGroups { get; } =
        [new(1, 1, "Device (Default)"), new(2, 2, "Server (Default)")];

    /// <summary>Stores a report under the next id, or nothing when there are <paramref name="limit"/> already.</summary>
    internal SandboxReport? Create(SandboxReport report, int limit = int.MaxValue)
    {
        lock (_gate)
        {
            if (_reports.Length >= limit)
            {
                return null;
            }

            var stored = report with { Rtid = ++_lastRtid };
            Volatile.Write(ref _reports, [.. _reports, stored]);
            return stored;
        }
    }

    /// <summary>Gives all matching reports new settings; ids and run counts stay.</summary>
    internal IReadOnlyList<int> Replace(Func<SandboxReport, bool> matches, SandboxReport settings)
    {
        lock (_gate)
        {
            var hit = new List<int>();
            var next = (SandboxReport[])_reports.Clone();
            for (var i = 0; i < next.Length; i++)
            {
                if (matches(next[i]))
                {
                    next[i] = settings with { Rtid = next[i].Rtid, Number = next[i].Number };
                    hit.Add(next[i].Rtid);
                }
            }

            Volatile.Write(ref _reports, next);
            return hit;
        }
    }

    /// <summary>Deletes all matching reports; their ids are not used again.</summary>
    internal IReadOnlyList<int> Delete(Func<SandboxReport, bool> matches)
    {
        lock (_gate)
        {
            int[] hit = [.. _reports.Where(matches).Select(report => report.Rtid)];
            Volatile.Write(ref _reports, [.. _reports.Where(report => !hit.Contains(report.Rtid))]);
            return hit;
        }
    }
}
