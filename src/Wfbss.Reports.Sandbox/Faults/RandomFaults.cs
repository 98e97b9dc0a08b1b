namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>Draws faults from a seed. The owner locks.</summary>
internal sealed class RandomFaults(double total, IReadOnlyList<(SandboxFault Fault, double Weight)> kinds, int seed)
{
    private readonly Random _random = new(seed);
    private readonly double _weights = kinds.Sum(kind => kind.Weight);

    public SandboxFault? Next()
    {
        // Two numbers for every request, so that the sequence does not depend on what was drawn before.
        var hit = _random.NextDouble() < total;
        var place = _random.NextDouble() * _weights;
        if (!hit)
        {
            return null;
        }

        foreach (var (fault, weight) in kinds)
        {
            place -= weight;
            if (place < 0)
            {
                return fault;
            }
        }

        return kinds[^1].Fault;
    }
}
