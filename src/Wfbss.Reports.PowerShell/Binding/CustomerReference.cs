namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// A customer as users name it: an id as text or GUID, or any object that has it as CustomerId, Id or cid. Text that is
/// no id is kept, so that the others go on and the error can show it.
/// </summary>
public sealed class CustomerReference
{
    internal CustomerReference(string text, string? name = null, object? source = null)
    {
        Text = text;
        Name = name;
        Source = source;
        Id = CustomerId.TryParse(text, out var id) ? id : null;
    }

    /// <summary>What was given.</summary>
    public string Text { get; }

    /// <summary>The customer's name, where the object had it.</summary>
    public string? Name { get; }

    internal CustomerId? Id { get; }

    /// <summary>The object that named the customer; <see langword="null"/> for a mere id.</summary>
    internal object? Source { get; }

    /// <summary>What was given.</summary>
    public override string ToString() => Text;

    /// <summary>Whether the object was one of a report: a report, or the result of a write.</summary>
    internal bool IsReport { get; init; }

    /// <summary>The report's id, where the object had one.</summary>
    internal int? ReportId { get; init; }

    internal CustomerInput At(long position) => new(Text, Id, Name, position);
}
