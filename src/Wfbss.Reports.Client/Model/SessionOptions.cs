using System.Net;

namespace Wfbss.Reports;

/// <summary>How a session reaches the service, and how patient it is.</summary>
public sealed record SessionOptions
{
    /// <summary>The service's address unless another is given (source: service/smpi.md).</summary>
    public static readonly Uri DefaultBaseUri = new("https://cspi.trendmicro.com");

    /// <summary>The version of the interface unless another is given.</summary>
    public const string DefaultApiVersion = "v2.8";

    /// <summary>The versions that were seen (source: service/smpi.md).</summary>
    public static IReadOnlyList<string> KnownApiVersions { get; } = ["v2.2", "v2.6", "v2.7", "v2.8"];

    /// <summary>The access token of the key pair: a GUID that names the caller. It is not a secret.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The "SMPI URL" that the console shows beside the key pair. https, except to loopback.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The version segment of the path, such as <c>v2.8</c>; empty to leave it out.</summary>
    public string ApiVersion { get; init; } = DefaultApiVersion;

    /// <summary>How long one attempt may take, from connecting to the end of the reply.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request may be tried again after an attempt that changed nothing. 0 or more.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The wait before the first retry. It doubles with each further one, up to a minute.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The proxy to use; <see langword="null"/> for that of the system.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>The clock: times of requests, timeouts and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
