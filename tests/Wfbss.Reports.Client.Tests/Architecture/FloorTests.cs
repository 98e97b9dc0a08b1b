using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Wfbss.Reports.Sessions;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Wfbss.Reports.Client.Tests.Architecture;

/// <summary>The client is a house with floors: a room knows those below it and none above, as docs/architecture.md draws it.</summary>
public sealed class FloorTests
{
    private const string Root = @"Wfbss\.Reports";

    // From the ground up. A room is a namespace with all that is below it; Model has the root namespace itself.
    private static readonly string[][] Floors =
    [
        ["Files", "Signing", ""],
        ["Transport", "Definitions"],
        ["Sessions"],
        ["Reading"],
        ["Writing"],
        ["Planning"],
        ["Overview"],
    ];

    private static readonly ArchUnitNET.Domain.Architecture Client = new ArchLoader().LoadAssemblies(typeof(WfbssSession).Assembly).Build();

    private static IEnumerable<IType> Own => Client.Types.Where(type => RoomOf(type) is not null && type.Assembly.Name.StartsWith("Wfbss.Reports.Client", StringComparison.Ordinal));

    public static TheoryData<string, string> RoomsAbove()
    {
        var pairs = new TheoryData<string, string>();
        for (var floor = 0; floor < Floors.Length; floor++)
        {
            foreach (var room in Floors[floor])
            {
                foreach (var above in Floors.Skip(floor + 1).SelectMany(rooms => rooms))
                {
                    pairs.Add(room, above);
                }
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
    public void Rooms_form_no_circle()
    {
        var arrows = Own
            .SelectMany(type => type.Dependencies, (type, dependency) => (From: RoomOf(type), To: RoomOf(dependency.Target)))
            .Where(arrow => arrow.From != arrow.To)
            .ToHashSet();
        var rooms = Own.Select(RoomOf).ToHashSet();
        Assert.NotEmpty(arrows);

        // A room that knows none of those that are left is in no circle.
        while (rooms.RemoveWhere(room => !arrows.Any(arrow => arrow.From == room && rooms.Contains(arrow.To))) > 0)
        {
        }

        Assert.Empty(rooms);
    }

    [Fact]
    public void Every_room_is_on_a_floor()
    {
        var rooms = Own.Select(RoomOf).Distinct().Order();

        Assert.Equal(Floors.SelectMany(floor => floor).Order(), rooms);
    }

    private static string? RoomOf(IType type)
    {
        var parts = (type.Namespace?.FullName ?? "").Split('.');
        return parts is ["Wfbss", "Reports", ..] ? parts.ElementAtOrDefault(2) ?? "" : null;
    }

    private static string NamespaceOf(string room) => room.Length == 0 ? $"^{Root}$" : $@"^{Root}\.{room}(\.|$)";
}
