using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>People's own rows about customers, found by the customer's id, or else by its exact name.</summary>
internal sealed class CustomerRows
{
    private static readonly ConditionalWeakTable<Customer, object> WithRow = new();

    private readonly Dictionary<CustomerId, (ObjectMembers Row, int Position)> _byId = [];
    private readonly Dictionary<string, (ObjectMembers Row, int Position)> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="rows">The rows; those without an id are known by their Name.</param>
    /// <exception cref="FormatException">A row names no customer, or two rows name the same one.</exception>
    public CustomerRows(IEnumerable<object?> rows)
    {
        var position = 0;
        foreach (var row in rows.SelectMany(CustomerReferenceReader.Many))
        {
            position++;
            if (row.Row is null)
            {
                throw new FormatException($"Row {position} is not a row with properties.");
            }

            Add(row, position);
        }
    }

    /// <summary>The row of a customer; <see langword="null"/> if there is none.</summary>
    /// <exception cref="FormatException">Two rows are about it.</exception>
    public ObjectMembers? For(Customer customer)
    {
        var hasId = CustomerId.TryParse(customer.CustomerId, out var id) & _byId.TryGetValue(id, out var byId);
        if (!_byName.TryGetValue(customer.Name, out var byName))
        {
            return hasId ? byId.Row : null;
        }

        return hasId ? throw Twice(customer.Name, byId.Position, byName.Position) : byName.Row;
    }

    /// <summary>Whether a customer has the columns of a row. Its properties themselves would be slow to look through.</summary>
    public static bool HasRow(Customer customer) => WithRow.TryGetValue(customer, out _);

    /// <summary>Gives a customer the columns of its row that it has no property for.</summary>
    public static PSObject Attach(Customer customer, ObjectMembers? row)
    {
        var bag = PSObject.AsPSObject(customer);
        _ = WithRow.GetValue(customer, key => key);
        foreach (var name in row?.Names ?? [])
        {
            if (bag.Properties[name] is null)
            {
                bag.Properties.Add(new PSNoteProperty(name, row!.Value(name)));
            }
            else if (bag.Properties[name] is PSNoteProperty { IsInstance: true } earlier)
            {
                earlier.Value = row!.Value(name);
            }
        }

        return bag;
    }

    private void Add(CustomerReference row, int position)
    {
        if (row.Id is { } id)
        {
            if (_byId.TryGetValue(id, out var other))
            {
                throw Twice(row.Text, other.Position, position);
            }

            _byId.Add(id, (row.Row!, position));
            return;
        }

        var name = row.Row!.Text("Name") ?? throw new FormatException($"Row {position} has neither a customer's ID nor its Name: it has {string.Join(", ", row.Row.Names)}.");
        if (_byName.TryGetValue(name, out var namesake))
        {
            throw Twice(name, namesake.Position, position);
        }

        _byName.Add(name, (row.Row, position));
    }

    private static FormatException Twice(string customer, int one, int other) =>
        new($"Rows {one} and {other} are about the same customer, '{customer}'. Keep one of them.");
}
