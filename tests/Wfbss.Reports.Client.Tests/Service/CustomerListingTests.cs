using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>Customers come page by page, as many pages as there are and no more.</summary>
public sealed class CustomerListingTests
{
    [Theory]
    [InlineData(0, 100, 1)]
    [InlineData(1, 100, 1)]
    [InlineData(100, 100, 1)]
    [InlineData(101, 100, 2)]
    [InlineData(200, 100, 2)]
    [InlineData(250, 40, 7)]
    [InlineData(240, 40, 6)]
    [InlineData(25, 1, 25)]
    public async Task The_pages_are_counted_with_the_limit_that_the_service_says_it_used(int customers, int largestPage, int pages)
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = customers, MaxPageSize = largestPage });

        var listed = new List<string>();
        await foreach (var customer in new CustomerReader(service.Session).ListAsync())
        {
            listed.Add(customer.CustomerId);
        }

        Assert.Equal(service.Ids.Select(id => id.ToString()), listed);
        Assert.Equal(pages, service.Server.Counters.Requests);
        Assert.All(service.Server.Counters.Log, request => Assert.Contains("limit=100", request.RawTarget));
    }

    [Fact]
    public async Task A_page_is_asked_for_only_when_it_is_wanted()
    {
        await using var service = await SandboxConnection.OpenAsync(new SandboxOptions { Customers = 300 });

        var taken = 0;
        await foreach (var customer in new CustomerReader(service.Session).ListAsync())
        {
            if (++taken == 100)
            {
                break;
            }
        }

        Assert.Equal(1, service.Server.Counters.Requests);
    }
}
