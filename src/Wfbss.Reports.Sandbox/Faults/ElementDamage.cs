using System.Text;
using System.Text.Json.Nodes;
using Wfbss.Reports.Sandbox.Calls;

namespace Wfbss.Reports.Sandbox.Faults;

/// <summary>Makes the elements of a reply say something else than the service means, or nothing.</summary>
internal static class ElementDamage
{
    // Half of a surrogate pair: valid JSON by its grammar, and a name that nobody can read. A JSON writer would mend it.
    private const string HalfCharacter = @"\ud800";
    private const string Mark = "2f0c6e1b-half-a-character-";

    private const int NoName = 7;

    /// <summary>The damaged reply; null when it has nothing that could be damaged in this way.</summary>
    public static CallReply? Apply(CallReply reply, SandboxRequest request, SandboxFault fault, Func<Guid, string> spell, Func<Guid> otherCustomer)
    {
        var root = JsonNode.Parse(reply.Body);
        if (root?["customers"] is not JsonArray { Count: > 0 } customers)
        {
            return null;
        }

        switch (fault.Effect)
        {
            case FaultEffect.WrongElement:
                customers[0]!["id"] = spell(fault.WrongId ?? otherCustomer());
                break;
            case FaultEffect.DuplicateElement:
                customers.Add(customers[0]!.DeepClone());
                break;
            case FaultEffect.LeaveOut:
                Hit(customers, fault.Extent).ForEach(element => customers.Remove(element));
                break;
            default:
                if (!Silence(Hit(customers, fault.Extent), request.TellingMember!, fault.Effect))
                {
                    return null;
                }

                break;
        }

        return reply with { Body = Encoding.UTF8.GetBytes(root.ToJsonString().Replace(Mark, HalfCharacter, StringComparison.Ordinal)) };
    }

    private static List<JsonObject> Hit(JsonArray customers, FaultExtent extent) =>
    [
        .. customers.OfType<JsonObject>().Where((_, index) => extent switch
        {
            FaultExtent.One => index == 0,
            FaultExtent.Some => index % 2 == 0,
            _ => true,
        }),
    ];

    private static bool Silence(List<JsonObject> elements, string member, FaultEffect effect)
    {
        var changes = 0;
        foreach (var (index, element) in elements.Index())
        {
            switch (effect)
            {
                case FaultEffect.MissingMember:
                    element.Remove(member);
                    changes++;
                    break;
                case FaultEffect.NullMember:
                    element[member] = null;
                    changes++;
                    break;
                case FaultEffect.UnreadableMember:
                    MakeUnreadable(element, member);
                    changes++;
                    break;
                case FaultEffect.MistypedMember:
                    element[member] = index % 2 == 0 ? new JsonObject() : element[member] is JsonArray ? "none" : NoName;
                    changes++;
                    break;
                case FaultEffect.MistypedName:
                    changes += GiveNumberAsName(element, member);
                    break;
                default:
                    throw new InvalidOperationException($"{effect} does nothing to an element.");
            }
        }

        return changes > 0;
    }

    // Where it was: some readers stumble over it only when they look for a member in front of it.
    private static void MakeUnreadable(JsonObject element, string member)
    {
        var members = element.ToArray();
        element.Clear();
        foreach (var (name, value) in members)
        {
            element.Add(name == member ? Mark + member : name, value);
        }
    }

    private static int GiveNumberAsName(JsonObject element, string member)
    {
        JsonObject[] named = element[member] is JsonArray items
            ? [.. items.OfType<JsonObject>().Select(item => item["setting"] as JsonObject ?? item)]
            : [element];
        foreach (var item in named)
        {
            item["name"] = NoName;
        }

        return named.Length;
    }
}
