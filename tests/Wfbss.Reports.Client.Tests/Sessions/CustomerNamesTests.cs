using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sessions;

namespace Wfbss.Reports.Client.Tests.Sessions;

public sealed class CustomerNamesTests
{
    private const int Most = 20_000;

    [Fact]
    public void A_name_is_known_by_its_id_and_the_newest_counts()
    {
        var known = new CustomerNames();
        known.Add(Ids.Of(1), "Old");
        known.Add(Ids.Of(1), "New");

        Assert.Equal("New", known.NameOf(Ids.Of(1)));
        Assert.Null(known.NameOf(Ids.Of(2)));
        Assert.Single(known.All);
    }

    [Fact]
    public void No_listing_makes_it_grow_without_end()
    {
        var known = Filled();

        Assert.Equal(Most, known.All.Count());
        Assert.NotNull(known.NameOf(Ids.Of(Most)));
        Assert.Null(known.NameOf(Ids.Of(Most + 1)));
    }

    [Fact]
    public void A_name_that_changes_is_noted_even_when_it_is_full()
    {
        var known = Filled();
        known.Add(Ids.Of(7), "Renamed");

        Assert.Equal("Renamed", known.NameOf(Ids.Of(7)));
    }

    private static CustomerNames Filled()
    {
        var known = new CustomerNames();
        foreach (var id in Ids.UpTo(Most + 500))
        {
            known.Add(id, "Some");
        }

        return known;
    }
}
