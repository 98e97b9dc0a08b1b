using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Invoke-WfbssRequest: any other call of the service, signed and with the same errors.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "WfbssRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, HelpUri = HelpPages.InvokeWfbssRequest)]
[OutputType(typeof(PSObject))]
public sealed class InvokeWfbssRequestCommand : SessionCommand
{
    private static readonly Regex ResourcePath = new(@"^[A-Za-z0-9_~-]+([./][A-Za-z0-9_~-]+)*\z");

    /// <summary>The HTTP method.</summary>
    [Parameter]
    [ValidateSet("GET", "POST", "PUT", "DELETE")]
    [TextTransformation]
    public string Method { get; set; } = "GET";

    /// <summary>The resource below <c>service/wfbss/api/</c>, such as <c>customers/groups</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string Resource { get; set; } = "";

    /// <summary>The query, decoded: it is encoded and signed on the way. A list becomes a text with commas.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Query { get; set; } = new Hashtable();

    /// <summary>The body: JSON as text, or an object to be written as JSON.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Body { get; set; }

    /// <summary>Reads all pages, and writes the items of the reply's list.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter All { get; set; }

    private protected override void Begin() => _ = CurrentSession;

    private protected override void End()
    {
        // As it is signed, and as the others here compare it.
        Method = Method.ToUpperInvariant();
        var resource = Resource.Trim('/');
        if (!ResourcePath.IsMatch(resource))
        {
            Fail(ErrorRecords.BadValue(nameof(Resource), Resource, "give the path below service/wfbss/api/, such as customers/groups; the query goes into -Query."));
        }

        if (Method == "GET" && Body is not null)
        {
            Fail(ErrorRecords.BadValue(nameof(Body), "", "a GET has none."));
        }

        if (Method != "GET" && All)
        {
            Fail(ErrorRecords.BadValue(nameof(All), All, "only a GET has pages."));
        }

        var body = BodyText();
        if (Method != "GET" && !ShouldProcess($"{resource}?{string.Join("&", QueryTexts().Select(q => $"{q.Key}={q.Value}"))} {body}".Trim(), Method))
        {
            return;
        }

        var call = new ServiceCall(new RequestSender(CurrentSession, Log), new HttpMethod(Method), resource, QueryTexts(), Encoding.UTF8.GetBytes(body));
        if (All)
        {
            WriteAll(call.AllAsync(StopToken), item => WriteObject(JsonObjects.ToPowerShell(item)));
        }
        else if (Await(call.SendAsync) is { } reply)
        {
            WriteObject(JsonObjects.ToPowerShell(reply), enumerateCollection: true);
        }
    }

    private string BodyText()
    {
        if (Body is null)
        {
            return "";
        }

        try
        {
            return JsonObjects.ToJson(Body);
        }
        catch (FormatException exception)
        {
            Fail(ErrorRecords.BadValue(nameof(Body), "", exception.Message));
            return "";
        }
    }

    private Dictionary<string, string> QueryTexts()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Query)
        {
            var name = Text(entry.Key);
            texts[name] = string.Join(",", name == "cids" ? CustomerIds(entry.Value) : Texts(entry.Value));
        }

        return texts;
    }

    // Whatever names a customer elsewhere does so here too.
    private static IEnumerable<string> CustomerIds(object? value)
    {
        var given = value is string text ? text.Split(',') : value;
        return CustomerReferenceReader.Many(given).Select(customer => customer.Id?.ToString() ?? customer.Text);
    }

    private static IEnumerable<string> Texts(object? value) =>
        value is IEnumerable list and not string ? list.Cast<object?>().Select(Text) : [Text(value)];

    private static string Text(object? value) =>
        Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? "";
}
