using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Wfbss.Reports.Sessions;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Wfbss.Reports.Client.Tests.Architecture;

/// <summary>The client is a house with floors: a room knows those below it and none above, as docs/architecture.md draws it.</summary>
public sealed class FloorTests
{
    private const string Root = @"Wfbss\.Reports";

    // From the ground up. Rooms on one floor do not know each other. Model has the root namespace itself.
    private static readonly string[][] Floors =
    [
        ["Compatibility", "Files", "Signing", ""],
        ["Transport", "Definitions"],
        ["Sessions"],
        ["Reading"],
        ["Writing"],
        ["Planning"],
        ["Overview"],
    ];

    private static readonly ArchUnitNET.Domain.Architecture Client = new ArchLoader().LoadAssemblies(typeof(WfbssSession).Assembly).Build();

    public static TheoryData<string, string> RoomsAbove()
    {
        var pairs = new TheoryData<string, string>();
        for (var floor = 0; floor < Floors.Length; floor++)
        {
            foreach (var room in Floors[floor])
            {
                foreach (var above in Floors.Skip(floor + 1).SelectMany(rooms => rooms)) pairs.Add(room, above);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(RoomsAbove))]
    public void A_room_knows_no_room_above_it(string room, string above) => Types()
        .That().ResideInNamespaceMatching(NamespaceOf(room))
        .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(NamespaceOf(above)))
        .Check(Client);

    [Fact]
    public void Rooms_form_no_circle() =>
        SliceRuleDefinition.Slices().Matching("Wfbss.Reports.(*)").Should().BeFreeOfCycles().Check(Client);

    [Fact]
    public void Every_room_is_on_a_floor()
    {
        var rooms = Client.Types
            .Where(type => type.Assembly.Name.StartsWith("Wfbss.Reports.Client", StringComparison.Ordinal))
            .Select(type => type.Namespace?.FullName ?? "")
            .Where(name => name.StartsWith("Wfbss.Reports", StringComparison.Ordinal))
            .Select(name => name.Split('.').ElementAtOrDefault(2) ?? "")
            .Distinct()
            .Order();

        Assert.Equal(Floors.SelectMany(floor => floor).Order(), rooms);
    }

    private static string NamespaceOf(string room) => room.Length == 0 ? $"^{Root}$" : $@"^{Root}\.{room}(\.|$)";
}
