namespace Wfbss.Reports.Sandbox;

/// <summary>
/// The faults to come. A request that a script wants gets that script's fault; any other one may get a random one.
/// Faults that only reads can have never strike a write: their scripts wait for a read, and for a write the random fault is
/// drawn from the others.
/// Requests that fail the signature check get their 401 and use up nothing.
/// </summary>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<ScriptedFault> _scripts = [];
    private readonly int _seed;
    private RandomFaults? _random;
    private volatile bool _any;

    internal SandboxFaults(int seed) => _seed = seed;

    /// <summary>Which requests random faults may hit; null means all. Scripts have their own condition.</summary>
    public Func<SandboxRequest, bool>? AppliesTo { get; set; }

    /// <summary>How many times scripted faults are still to come.</summary>
    public int ScriptedLeft
    {
        get
        {
            lock (_gate)
            {
                return _scripts.Sum(script => script.Left);
            }
        }
    }

    /// <summary>Gives the next matching requests this fault; scripts are asked in the order in which they were added.</summary>
    /// <param name="fault">What happens.</param>
    /// <param name="times">To how many requests.</param>
    /// <param name="when">Which requests are meant; null means all.</param>
    public void Script(SandboxFault fault, int times = 1, Func<SandboxRequest, bool>? when = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
        {
            _scripts.Add(new ScriptedFault(fault, times, when));
            _any = true;
        }
    }

    /// <summary>Gives requests faults by chance, all kinds with equal weight, from the sandbox's seed.</summary>
    /// <param name="total">The probability, 0 to 1, that a request gets any fault.</param>
    /// <param name="kinds">The faults.</param>
    public void SetProbabilities(double total, params SandboxFault[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        SetProbabilities(total, [.. kinds.Select(kind => (kind, 1d))], _seed);
    }

    /// <summary>Gives requests faults by chance.</summary>
    /// <param name="total">The probability, 0 to 1, that a request gets any fault.</param>
    /// <param name="kinds">The faults with their weights.</param>
    /// <param name="seed">The same seed gives the same sequence of faults.</param>
    public void SetProbabilities(double total, IReadOnlyList<(SandboxFault Fault, double Weight)> kinds, int seed)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, 1);
        lock (_gate)
        {
            _random = total > 0 && kinds.Count > 0 ? new RandomFaults(total, kinds, seed) : null;
            _any = _random is not null || _scripts.Count > 0;
        }
    }

    /// <summary>No more faults, neither scripted nor random.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _scripts.Clear();
            _random = null;
            _any = false;
        }
    }

    /// <summary>The fault for this request, or null.</summary>
    internal SandboxFault? Next(SandboxRequest request)
    {
        if (!_any)
        {
            return null;
        }

        lock (_gate)
        {
            var script = _scripts.Find(candidate => candidate.Matches(request));
            if (script is null)
            {
                return AppliesTo?.Invoke(request) == false ? null : _random?.Next(request);
            }

            if (--script.Left == 0)
            {
                _scripts.Remove(script);
                _any = _random is not null || _scripts.Count > 0;
            }

            return script.Fault;
        }
    }
}
