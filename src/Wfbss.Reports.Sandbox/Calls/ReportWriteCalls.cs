using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>POST, PUT and DELETE on <c>report</c>.</summary>
internal sealed class ReportWriteCalls(SandboxOptions options, SandboxState state, SandboxCounters counters, CustomerIdRule idRule)
{
    public CallReply Create(SandboxRequest request) =>
        Write(request, needsFilter: false, needsBody: true, (customer, _, settings, elements) => elements.Add(CreateOne(customer, settings!)));

    public CallReply Replace(SandboxRequest request) =>
        Write(request, needsFilter: true, needsBody: true, (customer, filter, settings, elements) =>
            AddAll(elements, customer, filter, GroupProblem(customer, settings!), () => customer.Replace(filter.Matches, settings!)));

    public CallReply Delete(SandboxRequest request) =>
        Write(request, needsFilter: true, needsBody: false, (customer, filter, _, elements) =>
            AddAll(elements, customer, filter, problem: null, () => customer.Delete(filter.Matches)));

    private CallReply Write(SandboxRequest request, bool needsFilter, bool needsBody, Action<SandboxCustomer, ReportFilter, SandboxReport?, List<WriteElement>> write)
    {
        if (options.ReadOnly)
        {
            counters.RefusedWrite();
            return CallReply.Error(options, StatusCodes.Status500InternalServerError, "This sandbox is read-only.");
        }

        if (idRule.Check(request, required: true) is { } problem)
        {
            return problem;
        }

        if (ReportFilter.Read(request.Target) is not { } filter || filter.IsEmpty == needsFilter)
        {
            return BadRequest(needsFilter ? "Either name or rtid is required." : "name and rtid do not belong to this call.");
        }

        if (!needsBody && !request.RawBody.IsEmpty)
        {
            return BadRequest("This call has no body.");
        }

        try
        {
            return WriteEach(request, filter, needsBody ? BodyReader.Read(request.RawBody) : null, write);
        }
        catch (FormatException exception)
        {
            return BadRequest(exception.Message);
        }
    }

    private CallReply WriteEach(SandboxRequest request, ReportFilter filter, SandboxReport? settings, Action<SandboxCustomer, ReportFilter, SandboxReport?, List<WriteElement>> write)
    {
        var elements = new List<WriteElement>(request.CustomerIds.Count);
        foreach (var id in request.CustomerIds)
        {
            if (state.Find(id) is not { } customer)
            {
                continue;
            }

            if (state.ArrangementFor(id) is { Kind: ArrangementKind.Answer } answer && answer.TryUse())
            {
                elements.Add(new WriteElement(customer, answer.Result, answer.Message, filter.Rtid ?? 0));
                continue;
            }

            write(customer, filter, settings, elements);
        }

        if (options.ReverseElements)
        {
            elements.Reverse();
        }

        counters.Committed(elements.Count(element => element.IsDone));
        return new CallReply(StatusCodes.Status200OK, JsonReply.Write((elements, options), static (writer, reply) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("customers");
            foreach (var element in reply.elements)
            {
                element.WriteTo(writer, reply.options);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }

    private WriteElement CreateOne(SandboxCustomer customer, SandboxReport settings)
    {
        if (GroupProblem(customer, settings) is { } problem)
        {
            return problem;
        }

        return customer.Create(settings, options.ReportLimit) is { } stored
            ? WriteElement.Done(customer, stored.Rtid)
            : new WriteElement(customer, "LimitError", "over the report limit", 0);
    }

    private static void AddAll(List<WriteElement> elements, SandboxCustomer customer, ReportFilter filter, WriteElement? problem, Func<IReadOnlyList<int>> write)
    {
        if (problem is { } element)
        {
            elements.Add(element with { Rtid = filter.Rtid ?? 0 });
            return;
        }

        var hit = write();
        if (hit.Count == 0)
        {
            elements.Add(new WriteElement(customer, "InternalError", "report not found", filter.Rtid ?? 0));
        }

        elements.AddRange(hit.Select(rtid => WriteElement.Done(customer, rtid)));
    }

    private static WriteElement? GroupProblem(SandboxCustomer customer, SandboxReport settings) =>
        settings.GroupIds.All(id => customer.Groups.Any(group => group.Id == id))
            ? null
            : new WriteElement(customer, "SpecError", "report template spec error", 0);

    private CallReply BadRequest(string message) => CallReply.Error(options, StatusCodes.Status400BadRequest, message);
}
