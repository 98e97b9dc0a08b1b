using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;

namespace Wfbss.Reports.Client.Tests.Reading;

public sealed class CustomerJsonTests
{
    [Theory]
    [InlineData("0", "Trial")]
    [InlineData("\"0\"", "Trial")]
    [InlineData("1", "Full")]
    [InlineData("\"1\"", "Full")]
    [InlineData("\"Partner\"", "Partner")]
    [InlineData("null", null)]
    public void The_license_type_is_read_as_number_or_text(string json, string? expected) =>
        Assert.Equal(expected, CustomerJson.Read(JsonText.Parse($$"""{"license_type":{{json}}}""")).LicenseType);

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("\"maybe\"", null)]
    [InlineData("null", null)]
    public void The_renewal_is_read_in_every_spelling(string json, bool? expected) =>
        Assert.Equal(expected, CustomerJson.Read(JsonText.Parse($$"""{"auto_renewal":{{json}}}""")).AutoRenewal);

    [Fact]
    public void Every_member_is_read()
    {
        var customer = CustomerJson.Read(JsonText.Parse("""
            {
              "id": "640fe47f-5118-4d79-8221-a35d0de2ee2c", "eid": "E", "name": "Müller 中", "time_zone": "Europe/Berlin",
              "seat_count": 25, "expire": "2030-01-01", "license_period": "12", "sp_subscription": "S"
            }
            """));

        Assert.Equal("640FE47F-5118-4D79-8221-A35D0DE2EE2C", customer.CustomerId);
        Assert.Equal("Müller 中", customer.Name);
        Assert.Equal("Müller 中", customer.ToString());
        Assert.Equal(("Europe/Berlin", 25, "2030-01-01", "12", "S", "E"), (
            customer.TimeZone, customer.SeatCount, customer.Expires, customer.LicensePeriod, customer.Subscription, customer.Eid));
    }

    [Fact]
    public void A_customer_with_nothing_but_an_id_is_a_customer()
    {
        var customer = CustomerJson.Read(JsonText.Parse($$"""{"id":"{{Ids.Of(1)}}"}"""));
        Assert.Equal("", customer.Name);
        Assert.Null(customer.SeatCount);
    }
}
