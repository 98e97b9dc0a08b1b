using Wfbss.Reports.Transport;

namespace Wfbss.Reports.Client.Tests.Support;

/// <summary>Requests, and attempts with every outcome.</summary>
internal static class Attempts
{
    public static ServiceRequest Read { get; } = ServiceRequest.Get("report", new ServiceQuery().Customers([Ids.Of(1)]));

    public static ServiceRequest Write { get; } =
        ServiceRequest.Write(HttpMethod.Post, "report", new ServiceQuery().Customers([Ids.Of(1)]), [1]);

    public static Attempt Failed(ServiceRequest request, AttemptFailure failure, string text = "it failed") =>
        new() { Request = request, TraceId = Trace(), Failure = failure, FailureText = text };

    public static Attempt Replied(
        ServiceRequest request,
        int status,
        string? json = null,
        TimeSpan? retryAfter = null,
        string errorText = "") => new()
        {
            Request = request,
            TraceId = Trace(),
            Reply = new ServiceReply
            {
                Status = status,
                Json = json is null ? null : JsonText.Parse(json),
                RetryAfter = retryAfter,
                ErrorText = errorText,
            },
        };

    private static string Trace() => Guid.NewGuid().ToString();
}
