using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>Makes customers of what users give: texts, GUIDs, customers, results, rows of a CSV file, or lists of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CustomerReferenceTransformationAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] IdProperties = ["CustomerId", "Id", "cid"];

    /// <summary>Makes a list of customers; it never fails, so that one bad input does not stop the others.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Many(inputData);

    private static CustomerReference[] Many(object? input)
    {
        var value = Unwrap(input);
        return value is IEnumerable items and not string and not IDictionary
            ? [.. items.Cast<object?>().SelectMany(Many)]
            : [One(input, value)];
    }

    private static CustomerReference One(object? input, object? value) => value switch
    {
        null => new CustomerReference(""),
        CustomerReference reference => reference,
        string text => new CustomerReference(text),
        Guid guid => new CustomerReference(guid.ToString()),
        Customer customer => new CustomerReference(customer.CustomerId, customer.Name, customer),
        IDictionary dictionary => FromDictionary(dictionary),
        _ => FromProperties(PSObject.AsPSObject(input)),
    };

    private static CustomerReference FromDictionary(IDictionary dictionary)
    {
        var bag = new PSObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            var name = entry.Key.ToString();
            if (!string.IsNullOrEmpty(name))
            {
                bag.Properties.Add(new PSNoteProperty(name, entry.Value));
            }
        }

        return FromProperties(bag);
    }

    private static CustomerReference FromProperties(PSObject bag)
    {
        var id = IdProperties.Select(name => bag.Properties[name]).FirstOrDefault(property => property is not null);
        // What has a ReportId or a CustomerName is something of a customer's, and its Name is not the customer's.
        var reportId = bag.Properties["ReportId"];
        var owner = bag.Properties["CustomerName"];
        var name = Text(owner ?? (reportId is null ? bag.Properties["Name"] : null));
        return new CustomerReference(Text(id) ?? bag.ToString(), name, bag)
        {
            IsReport = reportId is not null,
            ReportId = int.TryParse(Text(reportId), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        };
    }

    private static string? Text(PSPropertyInfo? property) =>
        Unwrap(property?.Value)?.ToString() is { Length: > 0 } text ? text : null;

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
