using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Customers;

/// <summary>Reads customers from the service's JSON.</summary>
internal static class CustomerJson
{
    public static Customer Read(JsonElement json) => new()
    {
        CustomerId = CustomerIds.Normalise(json.Text("id")),
        Name = json.Text("name") ?? "",
        TimeZone = json.Text("time_zone"),
        SeatCount = json.Number("seat_count"),
        Expires = json.Text("expire"),
        LicensePeriod = json.Text("license_period"),
        AutoRenewal = AsBoolean(json.Text("auto_renewal")),
        LicenseType = LicenseTypeOf(json.Text("license_type")),
        Subscription = json.Text("sp_subscription"),
        Eid = json.Text("eid"),
    };

    private static string? LicenseTypeOf(string? text) => text switch
    {
        "0" => "Trial",
        "1" => "Full",
        _ => text,
    };

    private static bool? AsBoolean(string? text) => text?.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };
}
