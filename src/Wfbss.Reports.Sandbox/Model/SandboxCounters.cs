using System.Runtime.InteropServices;

namespace Wfbss.Reports.Sandbox;

/// <summary>
/// What the service has seen. Everything about a request is counted before its reply leaves,
/// so that a client that has its reply reads numbers that include it.
/// </summary>
public sealed class SandboxCounters
{
    private readonly Lock _gate = new();
    private readonly RequestLog _log;
    private readonly Dictionary<string, long> _byCall = [];
    private readonly Dictionary<string, long> _faults = [];
    private readonly List<TaskCompletionSource> _waitingForQuiet = [];
    private Tally _tally;
    private int _inFlight;
    private int _running;

    internal SandboxCounters(int logCapacity) => _log = new RequestLog(logCapacity);

    /// <summary>All requests on the service's paths.</summary>
    public long Requests => Read(tally => tally.Requests);

    /// <summary>POST, PUT and DELETE on <c>report</c>, whatever became of them.</summary>
    public long Writes => Read(tally => tally.Writes);

    /// <summary>Reports created, replaced or deleted by requests.</summary>
    public long Commits => Read(tally => tally.Commits);

    /// <summary>Writes refused because of <see cref="SandboxOptions.ReadOnly"/>.</summary>
    public long RefusedWrites => Read(tally => tally.RefusedWrites);

    /// <summary>Requests answered 401 because of a header.</summary>
    public long Unauthorized => Read(tally => tally.Unauthorized);

    /// <summary>Requests that arrived inside the time a <c>Retry-After</c> asked for, the grace excepted.</summary>
    public long EarlyRequests => Read(tally => tally.EarlyRequests);

    /// <summary>The most requests that ran at the same time. A request whose client gave up still runs.</summary>
    public int MaxInFlight => Read(tally => tally.MaxInFlight);

    /// <summary>Requests that have arrived and whose reply has not begun to leave.</summary>
    public int InFlight
    {
        get
        {
            lock (_gate)
            {
                return _inFlight;
            }
        }
    }

    /// <summary>Requests by method and resource, for example <c>POST report</c>.</summary>
    public IReadOnlyDictionary<string, long> RequestsByMethodAndResource
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, long>(_byCall);
            }
        }
    }

    /// <summary>
    /// Injected faults by <see cref="SandboxFault.Name"/>; those that did not occur are not in it. One that found nothing in
    /// the reply to damage did not occur.
    /// </summary>
    public IReadOnlyDictionary<string, long> FaultsInjected
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, long>(_faults);
            }
        }
    }

    /// <summary>The latest requests, oldest first.</summary>
    public IReadOnlyList<SandboxRequest> Log
    {
        get
        {
            lock (_gate)
            {
                return _log.Snapshot();
            }
        }
    }

    /// <summary>Sets everything back to zero, except for what is in flight.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _tally = new Tally { MaxInFlight = _inFlight };
            _byCall.Clear();
            _faults.Clear();
            _log.Clear();
        }
    }

    /// <summary>Completes when no request runs, including those whose client has gone.</summary>
    public Task WaitForQuietAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_running == 0)
            {
                return Task.CompletedTask;
            }

            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waitingForQuiet.Add(waiting);
            return waiting.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Arrived(SandboxRequest request, bool early)
    {
        var call = $"{request.Method} {request.Resource}";
        lock (_gate)
        {
            _running++;
            _inFlight++;
            _tally.Requests++;
            _tally.Writes += request.IsWrite ? 1 : 0;
            _tally.EarlyRequests += early ? 1 : 0;
            _tally.MaxInFlight = Math.Max(_tally.MaxInFlight, _inFlight);
            CollectionsMarshal.GetValueRefOrAddDefault(_byCall, call, out _)++;
            _log.Add(request);
        }
    }

    /// <summary>Called before the first byte of the reply leaves, or before the connection is cut.</summary>
    internal void Answered(SandboxRequest request, int status)
    {
        lock (_gate)
        {
            if (!request.IsAnswered)
            {
                request.IsAnswered = true;
                request.Status = status;
                _inFlight--;
            }
        }
    }

    /// <summary>Called when nothing more will happen for the request.</summary>
    internal void Left(SandboxRequest request)
    {
        Answered(request, status: 0);
        TaskCompletionSource[] quiet;
        lock (_gate)
        {
            if (--_running > 0 || _waitingForQuiet.Count == 0)
            {
                return;
            }

            quiet = [.. _waitingForQuiet];
            _waitingForQuiet.Clear();
        }

        foreach (var waiting in quiet)
        {
            waiting.TrySetResult();
        }
    }

    internal void Committed(int changes)
    {
        lock (_gate)
        {
            _tally.Commits += changes;
        }
    }

    internal void RefusedWrite()
    {
        lock (_gate)
        {
            _tally.RefusedWrites++;
        }
    }

    internal void WasUnauthorized()
    {
        lock (_gate)
        {
            _tally.Unauthorized++;
        }
    }

    internal void Injected(SandboxRequest request, SandboxFault fault)
    {
        request.Fault = fault;
        lock (_gate)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_faults, fault.Name, out _)++;
        }
    }

    private T Read<T>(Func<Tally, T> read)
    {
        lock (_gate)
        {
            return read(_tally);
        }
    }
}
