using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>Checks the customers that a request names, before anything else of the request is looked at.</summary>
internal sealed class CustomerIdRule(SandboxOptions options, SandboxState state)
{
    private const int MostIds = 10;

    /// <summary>Null when the ids are in order, otherwise the reply that says so.</summary>
    public CallReply? Check(SandboxRequest request, bool required)
    {
        var target = request.Target;
        if (target.RepeatedParameter is { } repeated)
        {
            return BadRequest($"The parameter {repeated} is given more than once.");
        }

        var ids = target.CustomerIds;
        if (target.HasMalformedIds || ids.Count > MostIds || (required && ids.Count == 0))
        {
            return BadRequest("Invalid cids");
        }

        return CheckArrangements(request)
            ?? (options.RejectUnknownIdAlone && ids.Count > 0 && ids.All(id => state.Find(id) is null) ? BadRequest("Invalid cids") : null);
    }

    private CallReply? CheckArrangements(SandboxRequest request)
    {
        foreach (var id in request.CustomerIds)
        {
            switch (state.ArrangementFor(id))
            {
                case { Kind: ArrangementKind.Expire } expired:
                    return CallReply.Error(options, StatusCodes.Status404NotFound, expired.Message);
                case { Kind: ArrangementKind.Refuse } refused when request.IsWrite:
                    return BadRequest(refused.Message);
                default:
                    break;
            }
        }

        return null;
    }

    private CallReply BadRequest(string message) => CallReply.Error(options, StatusCodes.Status400BadRequest, message);
}
