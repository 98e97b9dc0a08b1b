using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary><c>GET report</c>.</summary>
internal sealed class ReportReadCall(SandboxOptions options, SandboxState state, CustomerIdRule idRule)
{
    public CallReply Read(SandboxRequest request)
    {
        if (idRule.Check(request, required: true) is { } problem)
        {
            return problem;
        }

        return ReportFilter.Read(request.Target) is { } filter
            ? new CallReply(StatusCodes.Status200OK, JsonReply.Write((this, request, filter), static (writer, call) => call.Item1.Write(writer, call.request, call.filter)))
            : CallReply.Error(options, StatusCodes.Status400BadRequest, "Invalid name or rtid");
    }

    private void Write(Utf8JsonWriter writer, SandboxRequest request, ReportFilter filter)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("customers");
        foreach (var id in request.CustomerIds)
        {
            if (state.Find(id) is { } customer)
            {
                WriteCustomer(writer, customer, filter);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteCustomer(Utf8JsonWriter writer, SandboxCustomer customer, ReportFilter filter)
    {
        SandboxReport[] reports = [.. customer.Reports.Where(filter.Matches)];
        if (reports.Length == 0 && options.OmitCustomersWithoutReports)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteId("id", customer.Id, options.LowerCaseIds);
        writer.WriteStartArray("reports");
        foreach (var report in reports)
        {
            WriteReport(writer, report);
        }

        writer.WriteEndArray();
        writer.WriteId("eid", customer.Eid, options.LowerCaseIds);
        writer.WriteEndObject();
    }

    private void WriteReport(Utf8JsonWriter writer, SandboxReport report)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("setting");
        writer.WriteNumber("enabled", report.Enabled ? 1 : 0);
        WriteParameter(writer, report);
        writer.WriteString("name", report.Name);
        writer.WriteEndObject();
        writer.WriteNumber("type", report.Type);
        writer.WriteNumber("number", report.Number);
        writer.WriteNumber("rtid", report.Rtid);
        writer.WriteEndObject();
    }

    private void WriteParameter(Utf8JsonWriter writer, SandboxReport report)
    {
        writer.WriteStartObject("parameter");
        writer.WriteNumber("time", report.Time);
        WriteNumbers(writer, "gids", report.GroupIds);
        writer.WriteNumber("email", report.Email ? 1 : 0);
        WriteOptional(writer, "weekday", report.Weekday);
        WriteOptional(writer, "monthday", report.MonthDay);
        writer.WriteStartArray("address");
        foreach (var address in report.Addresses)
        {
            writer.WriteStringValue(address);
        }

        writer.WriteEndArray();
        if (options.ReturnContents)
        {
            WriteContents(writer, report.Contents);
        }

        writer.WriteEndObject();
    }

    private static void WriteContents(Utf8JsonWriter writer, IReadOnlyList<int> contents)
    {
        writer.WriteStartArray("contents");
        foreach (var content in contents)
        {
            writer.WriteStartObject();
            writer.WriteNumber("tbl_type", content);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyList<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
