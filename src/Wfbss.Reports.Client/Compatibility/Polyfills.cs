#if !NET
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wfbss.Reports;

/// <summary>What .NET 8 has and .NET Standard 2.0 lacks, under the same names.</summary>
internal static class Polyfills
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(
            [NotNull] object? argument,
            [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (argument is null)
            {
                throw new ArgumentNullException(name);
            }
        }
    }

    extension(ArgumentOutOfRangeException)
    {
        public static void ThrowIfLessThan(
            int value,
            int least,
            [CallerArgumentExpression(nameof(value))] string? name = null)
        {
            if (value < least)
            {
                throw new ArgumentOutOfRangeException(name, value, $"At least {least} is needed.");
            }
        }
    }

    extension(ObjectDisposedException)
    {
        public static void ThrowIf(bool disposed, object instance)
        {
            if (disposed)
            {
                throw new ObjectDisposedException(instance.GetType().Name);
            }
        }
    }

    public static bool Contains(this string text, char character) => text.IndexOf(character) >= 0;

    public static bool Contains(this string text, string part, StringComparison comparison) =>
        text.IndexOf(part, comparison) >= 0;

    public static bool TryDequeue<T>(this Queue<T> queue, [MaybeNullWhen(false)] out T item)
    {
        var any = queue.Count > 0;
        item = any ? queue.Dequeue() : default;
        return any;
    }
}
#endif
