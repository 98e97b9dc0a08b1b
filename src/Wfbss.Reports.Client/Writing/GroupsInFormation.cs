namespace Wfbss.Reports.Writing;

/// <summary>The groups that still take items: one for each request that is asked for, the oldest first.</summary>
internal sealed class GroupsInFormation(TimeProvider time)
{
    private readonly List<WriteGroup> _groups = [];

    /// <summary>How many there are.</summary>
    public int Count => _groups.Count;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _groups.Count == 0;

    /// <summary>Puts an item with those whose request is the same.</summary>
    /// <returns>The group that is to be sent now: full, or with that customer in it already; <see langword="null"/> if none.</returns>
    public WriteGroup? Put(WriteItem item)
    {
        var group = Find(item.Operation.Fingerprint);
        var displaced = group is not null && group.Has(item.Id) ? group : null;
        if (displaced is not null)
        {
            _groups.Remove(displaced);
        }

        if (group is null || displaced is not null)
        {
            group = new WriteGroup(item.Operation.Fingerprint, time.GetTimestamp());
            _groups.Add(group);
        }

        group.Add(item);
        if (displaced is not null || !group.IsFull)
        {
            return displaced;
        }

        _groups.Remove(group);
        return group;
    }

    /// <summary>Takes out the oldest group if its first item has waited that long.</summary>
    public WriteGroup? TakeOldest(TimeSpan waited)
    {
        if (_groups.Count == 0 || time.GetElapsedTime(_groups[0].Since) < waited)
        {
            return null;
        }

        var group = _groups[0];
        _groups.RemoveAt(0);
        return group;
    }

    /// <summary>Takes out a group that is to be sent before it is full.</summary>
    public void Remove(WriteGroup group) => _groups.Remove(group);

    private WriteGroup? Find(string fingerprint)
    {
        foreach (var group in _groups)
        {
            if (group.Fingerprint == fingerprint)
            {
                return group;
            }
        }

        return null;
    }
}
