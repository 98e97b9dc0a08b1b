namespace Wfbss.Reports.Sandbox;

/// <summary>Draws faults from a seed. The owner locks.</summary>
internal sealed class RandomFaults(double total, IReadOnlyList<(SandboxFault Fault, double Weight)> kinds, int seed)
{
    private readonly Random _random = new(seed);

    public SandboxFault? Next(SandboxRequest request)
    {
        // Two numbers for every request, so that the sequence does not depend on what was drawn before.
        var hit = _random.NextDouble() < total;
        var place = _random.NextDouble();
        if (!hit)
        {
            return null;
        }

        // Among those that can strike this request, so that its kind does not make it safer than others.
        (SandboxFault Fault, double Weight)[] candidates = [.. kinds.Where(kind => kind.Fault.CanStrike(request))];
        place *= candidates.Sum(kind => kind.Weight);
        foreach (var (fault, weight) in candidates)
        {
            place -= weight;
            if (place < 0)
            {
                return fault;
            }
        }

        return candidates.Length > 0 ? candidates[^1].Fault : null;
    }
}
