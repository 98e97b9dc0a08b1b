using System.Net;
using System.Text.Json;
using Wfbss.Reports.Sandbox.Tests.Support;

namespace Wfbss.Reports.Sandbox.Tests;

public sealed class CustomerTests : SandboxTest
{
    [Fact]
    public async Task A_customer_is_listed_with_everything_the_vendors_sample_shows()
    {
        await StartAsync();

        var reply = await Caller.GetAsync("customers?limit=1");

        var customer = reply.Customer;
        Assert.Equal("application/json", reply.ContentType);
        Assert.Equal(First.Id.ToString().ToUpperInvariant(), customer.GetProperty("id").GetString());
        Assert.Equal(First.Eid.ToString().ToUpperInvariant(), customer.GetProperty("eid").GetString());
        Assert.Equal(First.Name, customer.GetProperty("name").GetString());
        Assert.Equal(First.TimeZone, customer.GetProperty("time_zone").GetString());
        Assert.Equal(First.SeatCount, customer.GetProperty("seat_count").GetInt32());
        Assert.Equal(First.Expires, customer.GetProperty("expire").GetDateTimeOffset());
        Assert.Equal(First.LicensePeriod, customer.GetProperty("license_period").GetInt32());
        Assert.Equal(First.AutoRenewal ? 1 : 0, customer.GetProperty("auto_renewal").GetInt32());
        Assert.Equal(First.LicenseType, customer.GetProperty("license_type").GetInt32());
        Assert.Equal(First.SpSubscription, customer.GetProperty("sp_subscription").GetString());
    }

    [Fact]
    public async Task All_pages_together_are_all_customers_in_order_and_once()
    {
        await StartAsync(new SandboxOptions { Customers = 250 });
        var names = new List<string?>();

        for (var page = 1; page <= 3; page++)
        {
            var reply = await Caller.GetAsync($"customers?page={page}&limit=100");
            Assert.Equal(250, reply.Paging("total"));
            Assert.Equal(page, reply.Paging("page"));
            names.AddRange(reply.Customers.Select(customer => customer.GetProperty("name").GetString()));
        }

        Assert.Equal(Server.State.Customers.Select(customer => customer.Name), names);
        Assert.Equal(250, names.Distinct().Count());
    }

    [Theory]
    [InlineData("customers", 100)]
    [InlineData("customers?limit=100", 100)]
    [InlineData("customers?limit=101", 100)]
    [InlineData("customers?limit=99999", 100)]
    [InlineData("customers?limit=7", 7)]
    public async Task The_limit_is_cut_down_and_told(string resource, int limit)
    {
        await StartAsync(new SandboxOptions { Customers = 150 });

        var reply = await Caller.GetAsync(resource);

        Assert.Equal(limit, reply.Paging("limit"));
        Assert.Equal(limit, reply.Customers.Length);
    }

    [Fact]
    public async Task The_largest_page_can_be_made_smaller()
    {
        await StartAsync(new SandboxOptions { MaxPageSize = 10 });

        var reply = await Caller.GetAsync("customers?limit=100");

        Assert.Equal(10, reply.Paging("limit"));
        Assert.Equal(10, reply.Customers.Length);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public async Task A_page_past_the_end_is_empty(int page)
    {
        await StartAsync();

        var reply = await Caller.GetAsync($"customers?page={page}&limit=10");

        Assert.Empty(reply.Customers);
        Assert.Equal(25, reply.Paging("total"));
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("limit=0")]
    [InlineData("page=-1")]
    [InlineData("limit=ten")]
    [InlineData("page=")]
    [InlineData("page=99999999999")]
    public async Task Pages_and_limits_must_be_positive_integers(string parameter)
    {
        await StartAsync();

        (await Caller.GetAsync("customers?" + parameter)).IsError(HttpStatusCode.BadRequest, "Invalid page or limit");
    }

    [Fact]
    public async Task A_keyword_finds_a_part_of_the_name_in_any_case()
    {
        await StartAsync();

        var umlaut = await Caller.GetAsync("customers?q=" + Uri.EscapeDataString("MÜLLER & s"));
        var wide = await Caller.GetAsync("customers?q=" + Uri.EscapeDataString("（東京支店）"));
        var nobody = await Caller.GetAsync("customers?q=nobody-is-called-this");

        Assert.Equal("Müller & Söhne GmbH", umlaut.Customer.GetProperty("name").GetString());
        Assert.Equal("株式会社サンプル（東京支店）", wide.Customer.GetProperty("name").GetString());
        Assert.Equal(0, nobody.Paging("total"));
    }

    [Fact]
    public async Task A_plus_in_a_query_is_a_space_unless_it_is_encoded()
    {
        await StartAsync();

        var raw = await Caller.GetAsync("customers?q=Foods+%2B+Co");

        Assert.Equal("100% Fresh Foods + Co.", raw.Customer.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Ids_choose_customers_and_unknown_ones_are_left_out()
    {
        await StartAsync();

        var reply = await Caller.GetAsync($"customers?cids={Second.Id},{Guid.NewGuid()},{First.Id}");

        Assert.Equal(2, reply.Paging("total"));
        Assert.Equal([Second.Name, First.Name], reply.Customers.Select(customer => customer.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("v2.2/")]
    [InlineData("v2.8/")]
    [InlineData("")]
    public async Task The_version_in_the_path_may_be_any_or_left_out(string version)
    {
        await StartAsync();

        var reply = await Caller.SendAsync("GET", $"/SMPI/{version}service/wfbss/api/customers");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task Names_are_utf8_on_the_wire_and_not_escapes()
    {
        await StartAsync();

        var reply = await Caller.GetAsync("customers");

        Assert.Contains("株式会社サンプル（東京支店）", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Müller & Söhne GmbH", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unknown_about_the_real_service_can_be_switched()
    {
        await StartAsync(new SandboxOptions { LicenseTypeAsText = true, LowerCaseIds = true, LabelJsonAsHtml = true });

        var reply = await Caller.GetAsync("customers?limit=1");

        Assert.Equal(JsonValueKind.String, reply.Customer.GetProperty("license_type").ValueKind);
        Assert.Equal(First.Id.ToString(), reply.Customer.GetProperty("id").GetString());
        Assert.Equal("text/html", reply.ContentType);
    }

    [Fact]
    public async Task Groups_come_by_customer_with_the_two_defaults_first()
    {
        await StartAsync();
        Second.Groups = [new SandboxGroup(7, 2, "Räume \"Süd\"")];

        var reply = await Caller.GetAsync($"customers/groups?{Cids(First, Second)}&limit=100");

        var first = reply.Customers[0].GetProperty("groups").EnumerateArray().ToArray();
        var second = Assert.Single(reply.Customers[1].GetProperty("groups").EnumerateArray());
        Assert.Equal(2, reply.Paging("total"));
        Assert.Equal("Device (Default)", first[0].GetProperty("name").GetString());
        Assert.Equal("Server (Default)", first[1].GetProperty("name").GetString());
        Assert.Equal(2, first[1].GetProperty("type").GetInt32());
        Assert.Equal(7, second.GetProperty("id").GetInt32());
        Assert.Equal("Räume \"Süd\"", second.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Groups_of_all_customers_are_paged_by_customer()
    {
        await StartAsync();

        var reply = await Caller.GetAsync("customers/groups?page=3&limit=10");

        Assert.Equal(25, reply.Paging("total"));
        Assert.Equal(5, reply.Customers.Length);
    }

    [Fact]
    public async Task An_unknown_resource_is_404_and_a_wrong_method_405()
    {
        await StartAsync();

        (await Caller.GetAsync("domains")).IsError(HttpStatusCode.NotFound, "does not exist");
        (await Caller.SendAsync("GET", "/SMPI/v2.8/elsewhere")).IsError(HttpStatusCode.NotFound, "does not exist");
        (await Caller.SendAsync("GET", "/favicon.ico")).IsError(HttpStatusCode.NotFound, "does not exist");
        (await Caller.PostAsync("customers", Bodies.Weekly)).IsError(HttpStatusCode.MethodNotAllowed, "method");
    }

    [Fact]
    public async Task A_content_type_can_be_demanded_of_every_request()
    {
        await StartAsync(new SandboxOptions { RequireContentType = true });

        var without = await Caller.GetAsync("customers");
        var with = await Caller.SendAsync("GET", Caller.Api + "customers", change: request =>
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.TryAddWithoutValidation("content-type", "application/json; charset=utf-8");
        });

        without.IsError(HttpStatusCode.UnsupportedMediaType, "application/json");
        Assert.Equal(HttpStatusCode.OK, with.Status);
    }
}
