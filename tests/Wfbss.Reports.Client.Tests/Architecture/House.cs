using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Wfbss.Reports.Client.Tests.Architecture;

/// <summary>An assembly as rooms on floors. A room is a namespace with all that is below it.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="root">The namespace of all rooms. What is directly in it is a room, too, whose name is empty.</param>
/// <param name="floors">The rooms of each floor, from the ground up.</param>
/// <param name="roof">A type of the root namespace that is a room of its own, because it puts the others together.</param>
internal sealed class House(System.Reflection.Assembly assembly, string root, string[][] floors, string? roof = null)
{
    private readonly IType[] _types =
    [
        .. new ArchLoader().LoadAssemblies(assembly).Build().Types
            .Where(type => type.Assembly.Name.StartsWith(assembly.GetName().Name!, StringComparison.Ordinal)),
    ];

    /// <summary>The rooms that are drawn.</summary>
    public IEnumerable<string> Drawn => floors.SelectMany(floor => floor).Order();

    /// <summary>The rooms that there are.</summary>
    public IEnumerable<string> Rooms => _types.Select(RoomOf).OfType<string>().Distinct().Order();

    /// <summary>Who knows whom, from room to room.</summary>
    public IReadOnlyCollection<Arrow> Arrows { get => field ??= [.. ArrowsOf()]; }

    /// <summary>The arrows that do not go down.</summary>
    public IEnumerable<string> WrongArrows => Arrows.Where(arrow => FloorOf(arrow.To) >= FloorOf(arrow.From)).Select(arrow => arrow.ToString());

    /// <summary>The rooms from which one comes back to them.</summary>
    public IEnumerable<string> Circle()
    {
        var rooms = Rooms.ToHashSet();

        // A room that knows none of those that are left is in no circle.
        while (rooms.RemoveWhere(room => !Arrows.Any(arrow => arrow.From == room && rooms.Contains(arrow.To))) > 0)
        {
        }

        return rooms;
    }

    private IEnumerable<Arrow> ArrowsOf() =>
        from type in _types
        from dependency in type.Dependencies
        let arrow = new Arrow(RoomOf(type)!, type.Name, RoomOf(dependency.Target)!, dependency.Target.Name)
        where arrow is { From: not null, To: not null } && arrow.From != arrow.To
        group arrow by arrow into same
        select same.Key;

    private int FloorOf(string room) => Array.FindIndex(floors, floor => floor.Contains(room));

    private string? RoomOf(IType type)
    {
        var space = type.Namespace?.FullName ?? "";
        if (space == root)
        {
            return type.Name == roof ? roof : "";
        }

        return space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;
    }
}

/// <summary>A type of one room that knows a type of another.</summary>
internal sealed record Arrow(string From, string Type, string To, string Known)
{
    public override string ToString() => $"{From}/{Type} -> {To}/{Known}";
}
