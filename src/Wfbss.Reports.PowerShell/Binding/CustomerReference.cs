using System.ComponentModel;
using System.Management.Automation;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// A customer as users name it: an id as text or GUID, or any object that has it as CustomerId, Id or cid. What is not an id
/// is kept, so that the others go on and the error can show it. Whatever PowerShell converts to this type never fails.
/// </summary>
[TypeConverter(typeof(CustomerReferenceConverter))]
public sealed class CustomerReference
{
    internal CustomerReference(string text, string? name = null, object? source = null)
    {
        Text = text;
        Name = name;
        Source = source ?? text;
        Id = CustomerId.TryParse(text, out var id) ? id : null;
    }

    /// <summary>The id as it was given; empty if there was none.</summary>
    public string Text { get; }

    /// <summary>The customer's name, where the object had it.</summary>
    public string? Name { get; }

    internal CustomerId? Id { get; }

    /// <summary>The object that named the customer.</summary>
    internal object Source { get; }

    /// <summary>The properties of the object that are the user's own, and may be settings; <see langword="null"/> if it has none.</summary>
    internal ObjectMembers? Row { get; init; }

    /// <summary>Why it is not a customer, such as <c>is empty</c>; <see langword="null"/> where the text says it all.</summary>
    internal string? Problem { get; init; }

    /// <summary>Whether the problem is that of a row, which is named by its position.</summary>
    internal bool IsProblemOfRow { get; init; }

    /// <summary>Whether the object was one of a report: a report, or the result of a write.</summary>
    internal bool IsReport { get; init; }

    /// <summary>The report's id as the object had it; <see langword="null"/> if it had none.</summary>
    internal object? ReportId { get; init; }

    /// <summary>The groups, where the objects were groups of the customer.</summary>
    internal IReadOnlyList<int> GroupIds { get; private set; } = [];

    /// <summary>The session that the object came from; <see langword="null"/> if it is not known.</summary>
    internal WfbssSession? Session { get; init; }

    /// <summary>The customer that an object names.</summary>
    public static CustomerReference FromObject(object? value) => CustomerReferenceReader.One(value);

    /// <summary>The id as it was given.</summary>
    public override string ToString() => Text;

    /// <summary>Adds a group of the same customer.</summary>
    internal CustomerReference WithGroups(IEnumerable<int> groups)
    {
        GroupIds = [.. GroupIds, .. groups];
        return this;
    }

    internal CustomerInput At(long position) => new(Text, Id, Name, position)
    {
        Problem = Id is null && Problem is not null ? $"{(IsProblemOfRow ? $"row {position}" : "it")} {Problem}" : null,
    };
}

/// <summary>Converts anything to a customer, for casts, proxy functions and mocks, which know no transformation of parameters.</summary>
public sealed class CustomerReferenceConverter : PSTypeConverter
{
    /// <summary>Anything can be taken for a customer.</summary>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => destinationType == typeof(CustomerReference);

    /// <summary>Takes an object for a customer.</summary>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        CustomerReferenceReader.One(sourceValue);

    /// <summary>A customer is converted to nothing else.</summary>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <summary>A customer is converted to nothing else.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();
}
