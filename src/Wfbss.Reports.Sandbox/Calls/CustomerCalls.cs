using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary><c>GET customers</c> and <c>GET customers/groups</c>.</summary>
internal sealed class CustomerCalls(SandboxOptions options, SandboxState state, CustomerIdRule idRule)
{
    public CallReply List(SandboxRequest request) => Paged(request, "q", WriteCustomer);

    public CallReply ListGroups(SandboxRequest request) => Paged(request, keyword: null, WriteGroups);

    private CallReply Paged(SandboxRequest request, string? keyword, Action<Utf8JsonWriter, SandboxCustomer> write)
    {
        if (idRule.Check(request, required: false) is { } problem)
        {
            return problem;
        }

        if (!Page.TryRead(request.Target, options.MaxPageSize, out var page))
        {
            return CallReply.Error(options, StatusCodes.Status400BadRequest, "Invalid page or limit");
        }

        var found = Find(request.Target, keyword is null ? null : request.Target.Parameter(keyword));
        return new CallReply(StatusCodes.Status200OK, JsonReply.Write((page, found, write), static (writer, list) =>
        {
            writer.WriteStartObject();
            list.page.WriteTo(writer, list.found.Length);
            writer.WriteStartArray("customers");
            foreach (var customer in list.page.Of(list.found))
            {
                writer.WriteStartObject();
                list.write(writer, customer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private SandboxCustomer[] Find(CallTarget target, string? keyword)
    {
        var candidates = target.Parameter("cids") is null
            ? state.Listing
            : [.. target.CustomerIds.Distinct().Select(state.Find).OfType<SandboxCustomer>()];
        return string.IsNullOrEmpty(keyword)
            ? candidates
            : [.. candidates.Where(customer => customer.Name.Contains(keyword, StringComparison.OrdinalIgnoreCase))];
    }

    private void WriteCustomer(Utf8JsonWriter writer, SandboxCustomer customer)
    {
        writer.WriteNumber("license_period", customer.LicensePeriod);
        writer.WriteNumber("auto_renewal", customer.AutoRenewal ? 1 : 0);
        writer.WriteString("name", customer.Name);
        writer.WriteString("time_zone", customer.TimeZone);
        writer.WriteNumber("seat_count", customer.SeatCount);
        writer.WriteString("expire", customer.Expires.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("sp_subscription", customer.SpSubscription);
        if (options.LicenseTypeAsText)
        {
            writer.WriteString("license_type", customer.LicenseType.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumber("license_type", customer.LicenseType);
        }

        WriteIds(writer, customer);
    }

    private void WriteGroups(Utf8JsonWriter writer, SandboxCustomer customer)
    {
        WriteIds(writer, customer);
        writer.WriteStartArray("groups");
        foreach (var group in customer.Groups)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", group.Type);
            writer.WriteNumber("id", group.Id);
            writer.WriteString("name", group.Name);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteIds(Utf8JsonWriter writer, SandboxCustomer customer)
    {
        writer.WriteId("id", customer.Id, options.LowerCaseIds);
        writer.WriteId("eid", customer.Eid, options.LowerCaseIds);
    }
}
