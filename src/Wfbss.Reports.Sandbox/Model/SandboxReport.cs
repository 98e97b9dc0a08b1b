namespace Wfbss.Reports.Sandbox;

/// <summary>A scheduled report as the service holds it, with the values that go over the wire.</summary>
public sealed record SandboxReport
{
    /// <summary>The id, which counts up from 1 for each customer; 0 until the report is stored.</summary>
    public int Rtid { get; init; }

    /// <summary>3 for weekly, 4 for monthly.</summary>
    public int Type { get; init; } = 3;

    /// <summary>How many times the report has run.</summary>
    public int Number { get; init; }

    /// <summary>The report's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the report runs.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The second of the day at which it runs, 0 to 86399.</summary>
    public int Time { get; init; }

    /// <summary>Whether it is sent by mail.</summary>
    public bool Email { get; init; }

    /// <summary>The groups it covers; empty means all devices.</summary>
    public IReadOnlyList<int> GroupIds { get; init; } = [];

    /// <summary>0 (Sunday) to 6 when the report is weekly.</summary>
    public int? Weekday { get; init; }

    /// <summary>1 to 31 when the report is monthly.</summary>
    public int? MonthDay { get; init; }

    /// <summary>Who gets it by mail.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The numbers (<c>tbl_type</c>) of its contents.</summary>
    public IReadOnlyList<int> Contents { get; init; } = [];

    /// <summary>Reads a request body as the service does.</summary>
    /// <exception cref="FormatException">The body is not what the specification asks for; the message names the member.</exception>
    public static SandboxReport Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return BodyReader.Read(System.Text.Encoding.UTF8.GetBytes(json));
    }
}
