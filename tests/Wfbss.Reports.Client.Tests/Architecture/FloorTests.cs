using Wfbss.Reports.Sandbox;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Testing;

namespace Wfbss.Reports.Client.Tests.Architecture;

/// <summary>Our assemblies are houses with floors: a room knows those below it and none above, as docs/architecture.md draws it.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, House> Houses = new()
    {
        // Model has the root namespace itself.
        ["Client"] = new House(
            typeof(WfbssSession).Assembly,
            "Wfbss.Reports",
            [
                ["Files", "Signing", ""],
                ["Transport", "Definitions"],
                ["Sessions"],
                ["Reading"],
                ["Writing"],
                ["Planning"],
                ["Overview"],
            ]),
        ["Sandbox"] = new House(
            typeof(SandboxServer).Assembly,
            "Wfbss.Reports.Sandbox",
            [
                [""],
                ["Customers", "Calls", "Pages"],
                ["Security", "Faults"],
                ["Hosting"],
                [nameof(SandboxServer)],
                ["CommandLine"],
            ],
            roof: nameof(SandboxServer)),
        ["PowerShell"] = new House(
            System.Reflection.Assembly.LoadFrom(Checkout.Cmdlets("net8.0")),
            "Wfbss.Reports.PowerShell",
            [
                ["Errors", "Sessions", ""],
                ["Binding"],
                ["Completion"],
                ["Engine"],
                ["Files"],
                ["Commands"],
            ]),
    };

    public static TheoryData<string> Names => [.. Houses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_room_knows_only_rooms_below_it(string house)
    {
        Assert.NotEmpty(Houses[house].Arrows);
        Assert.Empty(Houses[house].WrongArrows);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rooms_form_no_circle(string house) => Assert.Empty(Houses[house].Circle());

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_room_is_on_a_floor(string house) => Assert.Equal(Houses[house].Drawn, Houses[house].Rooms);
}
