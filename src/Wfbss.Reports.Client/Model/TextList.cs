using System.Collections;

namespace Wfbss.Reports;

/// <summary>A list that has a text, its items with semicolons between: in a CSV file, a type's name would stand in its place.</summary>
internal sealed class TextList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Two lists are the same if their items are, in this order.</summary>
    public override bool Equals(object? obj) => obj is TextList<T> other && items.SequenceEqual(other);

    public override int GetHashCode() => items.Count;

    public override string ToString() => string.Join("; ", items);
}

/// <summary>Makes lists that have a text.</summary>
internal static class TextList
{
    /// <summary>The same items as a list that has a text.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items) => items as TextList<T> ?? new TextList<T>(items);
}
