using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Sandbox;

namespace Wfbss.Reports.Client.Tests.Service;

/// <summary>What is not known of the real service must not matter: the same truth comes out however it behaves there.</summary>
public sealed class InventedBehaviourTests
{
    public static TheoryData<string> Behaviours => [.. Switches.Keys];

    private static Dictionary<string, SandboxOptions> Switches { get; } = new()
    {
        ["as it comes"] = new(),
        ["contents are returned"] = new() { ReturnContents = true },
        ["failed elements carry rtid"] = new() { FailedElementHasRtid = true },
        ["customers without reports are omitted"] = new() { OmitCustomersWithoutReports = true },
        ["JSON is labelled text/html"] = new() { LabelJsonAsHtml = true },
        ["unknown ids alone are refused"] = new() { RejectUnknownIdAlone = true },
        ["unknown ids alone are refused and customers without reports omitted"] = new() { RejectUnknownIdAlone = true, OmitCustomersWithoutReports = true },
        ["the content type is demanded"] = new() { RequireContentType = true },
        ["license_type is text"] = new() { LicenseTypeAsText = true },
        ["ids are lower case"] = new() { LowerCaseIds = true },
        ["elements come in another order"] = new() { ReverseElements = true },
        ["messages are null"] = new() { NullMessages = true },
        ["errors look as the sibling's"] = new() { SiblingErrors = true },
    };

    [Theory]
    [MemberData(nameof(Behaviours))]
    public async Task The_same_truth_comes_out(string behaviour)
    {
        await using var service = await SandboxConnection.OpenAsync(Switches[behaviour] with { Customers = 30, FullCustomers = 1 });
        var faults = service.Server.Faults;
        var full = service.Server.State.Customers.First(customer => customer.Reports.Count == 10).Id;
        var plain = service.Ids.Where(id => id.Value != full).ToArray();
        faults.Script(SandboxFault.DropBeforeCommit, when: request => request.IsWrite && request.CustomerIds.Contains(plain[0].Value));
        faults.Script(SandboxFault.DropAfterCommit, when: request => request.IsWrite && request.CustomerIds.Contains(plain[28].Value));
        service.Server.State.Refuse(plain[8].Value, "Locked.");
        CustomerId[] inputs = [.. plain[..15], new(full), .. plain[15..], new(Guid.NewGuid())];

        var results = await service.CreateAsync(inputs);

        var expected = Enumerable.Repeat("Done", inputs.Length).ToArray();
        expected[8] = "Refused";
        expected[15] = "LimitError";
        expected[^1] = "NotReturned";
        // Sent alone, which is what the last of thirty-one is, an unknown id may be refused instead of left out.
        if (Switches[behaviour].RejectUnknownIdAlone)
        {
            expected[^1] = "Refused";
        }

        Assert.Equal(expected, results.Select(result => result.Status));
        Assert.Equal(inputs.Select(id => id.ToString()), results.Select(result => result.CustomerId));
        Assert.All(results, result => Assert.Equal(result.Status == "Done" ? 1 : null, result.ReportId));
        var reports = service.Server.State.Customers.ToDictionary(customer => customer.Id, customer => customer.Reports.Count);
        Assert.All(plain, id => Assert.Equal(id == plain[8] ? 0 : 1, reports[id.Value]));
        Assert.Equal(10, reports[full]);
    }
}
