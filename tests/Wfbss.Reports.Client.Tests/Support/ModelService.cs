using System.Collections.Concurrent;
using System.Text.Json;
using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>
/// The service in a few lines, in any mood: what it knows is beyond doubt, what it says is not. It counts what it
/// commits, which is what the client must never make it do twice.
/// </summary>
internal sealed class ModelService(IEnumerable<CustomerId> customers, IEnumerable<CustomerId> refused, IEnumerable<Mood> moods)
{
    private readonly object _gate = new();
    private readonly HashSet<CustomerId> _customers = [.. customers];
    private readonly HashSet<CustomerId> _refused = [.. refused];
    private readonly Queue<Mood> _moods = new(moods);
    private readonly Dictionary<CustomerId, List<string>> _reports = [];
    private readonly ConcurrentQueue<Mood> _shown = new();

    /// <summary>Whether a customer without reports is left out when reports are read; it is not known what the real one does.</summary>
    public bool LeavesOutCustomersWithoutReports { get; init; }

    /// <summary>The mood that each request met, in order.</summary>
    public IReadOnlyList<Mood> MoodsShown => [.. _shown];

    /// <summary>How many reports were made for a customer.</summary>
    public int Commits(CustomerId id) => _reports.GetValueOrDefault(id)?.Count ?? 0;

    public Attempt Answer(ServiceRequest request)
    {
        lock (_gate)
        {
            var mood = _moods.Count > 0 ? _moods.Dequeue() : Mood.Answers;
            _shown.Enqueue(mood);
            return InMood(mood, request);
        }
    }

    private Attempt InMood(Mood mood, ServiceRequest request)
    {
        switch (mood)
        {
            case Mood.NoConnection: return Attempts.Failed(request, AttemptFailure.NoConnection);
            case Mood.TimesOut: return Attempts.Failed(request, AttemptFailure.TimedOut);
            case Mood.Breaks: return Attempts.Failed(request, AttemptFailure.Broken);
            case Mood.Fails: return Attempts.Replied(request, 500);
            case Mood.IsBusy: return Attempts.Replied(request, 429, retryAfter: TimeSpan.FromSeconds(1));
            case Mood.IsDownForMaintenance: return Attempts.Replied(request, 503, retryAfter: TimeSpan.FromMinutes(1));
            case Mood.IsUnreadable: return Attempts.Replied(request, 200);
            case Mood.SaysSomethingElse: return Attempts.Replied(request, 200, """{"message":"maintenance"}""");
            case Mood.Denies: return Attempts.Replied(request, 401);
        }

        var answer = Carry(request);
        return mood switch
        {
            Mood.TimesOutAfterCommit => Attempts.Failed(request, AttemptFailure.TimedOut),
            Mood.BreaksAfterCommit => Attempts.Failed(request, AttemptFailure.Broken),
            Mood.FailsAfterCommit => Attempts.Replied(request, 502),
            Mood.IsUnreadableAfterCommit => Attempts.Replied(request, 200),
            Mood.SaysSomethingElseAfterCommit => Attempts.Replied(request, 200, "{}"),
            Mood.MuddlesAfterCommit when answer.Reply!.Status == 200 && request.IsWrite => Muddled(request),
            _ => answer,
        };
    }

    private Attempt Carry(ServiceRequest request)
    {
        var ids = request.CustomerIds();
        if (ids.Any(_refused.Contains) || ids.Length > 10)
        {
            return Attempts.Replied(request, 400, errorText: "Invalid cids");
        }

        var known = ids.Where(_customers.Contains).ToArray();
        if (request.IsWrite)
        {
            foreach (var id in known)
            {
                Commit(id, request.Body);
            }
        }

        return Attempts.Replied(request, 200, (request.IsWrite, request.Resource) switch
        {
            (true, _) => Replies.Of(known.Select(id => Replies.Element(id, reportId: Commits(id)))),
            (_, "report") => Replies.Of(known
                .Where(id => !LeavesOutCustomersWithoutReports || Commits(id) > 0)
                .Select(id => $$"""{"id":"{{id}}","reports":[{{string.Join(',', _reports.GetValueOrDefault(id) ?? [])}}]}""")),
            _ => Replies.Of(known.Select(id => $$"""{"id":"{{id}}","name":"Customer"}""")),
        });
    }

    private void Commit(CustomerId id, byte[] body)
    {
        if (!_reports.TryGetValue(id, out var reports))
        {
            _reports[id] = reports = [];
        }

        var json = JsonText.Parse(body);
        reports.Add(JsonSerializer.Serialize(new
        {
            rtid = reports.Count + 1,
            number = 0,
            type = json.GetProperty("type"),
            setting = json.GetProperty("setting"),
        }));
    }

    // Names a customer that nobody asked about, and only every other one of those that were.
    private Attempt Muddled(ServiceRequest request) => Attempts.Replied(
        request,
        200,
        Replies.Of(request.CustomerIds().Where((id, i) => _customers.Contains(id) && i % 2 == 0)
            .Select(id => Replies.Element(id, reportId: Commits(id)))
            .Append(Replies.Element(Ids.Of(999_999)))));
}
