using System.Text;
using Microsoft.AspNetCore.Http;

namespace Wfbss.Reports.Sandbox;

/// <summary>One request as it arrived, without its token and signature.</summary>
public sealed class SandboxRequest
{
    private readonly byte[] _body;
    private int _status;

    internal SandboxRequest(DateTimeOffset time, string method, string rawTarget, CallTarget target, IHeaderDictionary headers, byte[] body)
    {
        Time = time;
        Method = method;
        RawTarget = rawTarget;
        Target = target;
        TraceId = headers["x-traceid"];
        PosixTime = headers["x-posix-time"];
        UserAgent = headers.UserAgent;
        ContentType = headers.ContentType;
        _body = body;
    }

    /// <summary>When it arrived, by the sandbox's time provider.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The request target byte for byte as it came.</summary>
    public string RawTarget { get; }

    /// <summary>What follows <c>…/api/</c>, for example <c>report</c>; the path when it is not of the API.</summary>
    public string Resource => Target.Resource ?? Target.Path;

    /// <summary>The <c>x-traceid</c> header.</summary>
    public string? TraceId { get; }

    /// <summary>The <c>x-posix-time</c> header.</summary>
    public string? PosixTime { get; }

    /// <summary>The <c>User-Agent</c> header.</summary>
    public string? UserAgent { get; }

    /// <summary>The <c>Content-Type</c> header.</summary>
    public string? ContentType { get; }

    /// <summary>The body as text; empty when there was none.</summary>
    public string Body => Encoding.UTF8.GetString(_body);

    /// <summary>The well-formed ids of <c>cids</c>, in order and with repetitions.</summary>
    public IReadOnlyList<Guid> CustomerIds => Target.CustomerIds;

    /// <summary>The decoded <c>name</c> parameter.</summary>
    public string? ReportName => Target.Parameter("name");

    /// <summary>The decoded <c>rtid</c> parameter.</summary>
    public string? Rtid => Target.Parameter("rtid");

    /// <summary>Whether it changes reports: POST, PUT or DELETE on <c>report</c>.</summary>
    public bool IsWrite => Target.Resource == ReportResource && (HttpMethods.IsPost(Method) || HttpMethods.IsPut(Method) || HttpMethods.IsDelete(Method));

    /// <summary>The status it was answered with; 0 while it runs and when it was cut off without a reply.</summary>
    public int Status
    {
        get => Volatile.Read(ref _status);
        internal set => Volatile.Write(ref _status, value);
    }

    /// <summary>The fault that was injected, if any.</summary>
    public SandboxFault? Fault { get; internal set; }

    internal const string ReportResource = "report";

    /// <summary>The member with which an element answers this read; null when it is none of the service's reads.</summary>
    internal string? TellingMember => (Method, Resource) switch
    {
        ("GET", ReportResource) => "reports",
        ("GET", "customers/groups") => "groups",
        ("GET", "customers") => "name",
        _ => null,
    };

    internal bool IsAnswered { get; set; }

    internal CallTarget Target { get; }

    internal ReadOnlyMemory<byte> RawBody => _body;
}
