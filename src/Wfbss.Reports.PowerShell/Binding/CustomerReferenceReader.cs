using System.Xml;
using Wfbss.Reports.PowerShell.Sessions;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// Reads which customers an object names. What PowerShell takes for one thing is one customer, or one mistake; a list is
/// each of its members.
/// </summary>
internal static class CustomerReferenceReader
{
    private static readonly string[] IdProperties = ["CustomerId", "Id", "cid"];

    /// <summary>The customers that an argument or an object of a pipeline names.</summary>
    public static IEnumerable<CustomerReference> Many(object? input)
    {
        if (Simple(input) is { } simple)
        {
            return [simple];
        }

        // An object of the user's own may be a list and have an id all the same.
        return ObjectMembers.ItemsOf(input) is { } items && !HasId(input)
            ? items.Cast<object?>().SelectMany(Many)
            : [One(input)];
    }

    /// <summary>The customer that an object names, whatever it is.</summary>
    public static CustomerReference One(object? input) => Simple(input) ?? FromMembers(input!);

    private static CustomerReference? Simple(object? input) => ObjectMembers.Unwrap(input) switch
    {
        null => new CustomerReference("") { Problem = "is empty" },
        CustomerReference reference => reference,
        string text => FromText(text, input!),
        Guid guid => new CustomerReference(guid.ToString(), source: input),
        Customer customer => FromCustomer(customer, input!),
        _ => null,
    };

    private static CustomerReference FromText(string text, object source) => new(text, source: source) { Problem = ProblemOf(text) };

    // A customer gives no settings, but the columns of the row that it was found by do.
    private static CustomerReference FromCustomer(Customer customer, object input) => new(customer.CustomerId, customer.Name, input)
    {
        Session = RememberedSessions.Of(customer),
        Row = CustomerRows.HasRow(customer) ? ObjectMembers.Of(input) : null,
    };

    private static bool HasId(object? input) =>
        ObjectMembers.Of(input) is { } members && IdProperties.Any(name => CustomerId.TryParse(members.Text(name), out _));

    private static CustomerReference FromMembers(object input)
    {
        var members = ObjectMembers.Of(input);
        if (members is null)
        {
            return FromText(ObjectMembers.TextOf(input) ?? "", input);
        }

        var texts = IdProperties.Select(members.Text).ToArray();
        var text = Array.Find(texts, given => CustomerId.TryParse(given, out _)) ?? Array.Find(texts, given => given is not null);
        if (text is null && ObjectMembers.Unwrap(input) is XmlNode node && CustomerId.TryParse(node.InnerText, out _))
        {
            return new CustomerReference(node.InnerText, source: input);
        }

        // What has a ReportId or a CustomerName is something of a customer's, and its Name is not the customer's.
        var reportId = members.Has("ReportId");
        var owner = members.Text("CustomerName");
        var kind = ModuleTypes.KindOf(input);
        return new CustomerReference(text ?? "", owner ?? (reportId ? null : members.Text("Name")), input)
        {
            IsReport = reportId,
            ReportId = reportId && members.Text("ReportId") is not null ? members.Value("ReportId") : null,
            Row = kind is null ? members : null,
            Session = RememberedSessions.Of(ObjectMembers.Unwrap(input)),
            Problem = text is null ? WhyNone(members) : ProblemOf(text),
            IsProblemOfRow = text is null,
        }.WithGroups(kind is nameof(CustomerGroup) && WholeNumber.TryRead(members.Value("GroupId"), out var group) ? [group] : []);
    }

    private static string WhyNone(ObjectMembers members)
    {
        string[] names = [.. members.Names];
        var blank = Array.Find(IdProperties, members.Has);
        return blank is not null
            ? $"has no customer ID: {blank} is empty"
            : $"has {(names.Length == 0 ? "no properties" : string.Join(", ", names))}, and none of {string.Join(", ", IdProperties)}";
    }

    // An id that looks right and is not has a character in it that cannot be seen, or looks like another.
    private static string? ProblemOf(string text)
    {
        if (text.Length == 0)
        {
            return "is empty";
        }

        var foreign = text.Trim().ToList().FindIndex(c => c > '~');
        return foreign < 0
            ? null
            : $"has the character U+{(int)text.Trim()[foreign]:X4} at position {foreign + 1}";
    }
}
