using System.Diagnostics;
using System.Globalization;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Signing;
using Wfbss.Reports.Testing;

namespace Wfbss.Reports.Benchmarks.Hosting;

/// <summary>The sandbox in a process of its own, so that its work and its memory are not measured as the client's.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri baseUri, string accessToken, string secretKey)
    {
        _process = process;
        BaseUri = baseUri;
        AccessToken = accessToken;
        SecretKey = secretKey;
    }

    public Uri BaseUri { get; }

    public string AccessToken { get; }

    public string SecretKey { get; }

    public static async Task<SandboxProcess> StartAsync(int customers, TimeSpan latency)
    {
        var process = Process.Start(new ProcessStartInfo(Programs.DotNet)
        {
            ArgumentList =
            {
                "exec", Path.Combine(AppContext.BaseDirectory, "Wfbss.Reports.Sandbox.dll"),
                "--customers", Text(customers),
                "--latency", Text((int)latency.TotalMilliseconds),
            },
            RedirectStandardOutput = true,
        })!;
        try
        {
            var values = await ReadWelcomeAsync(process);
            return new SandboxProcess(process, new Uri(values["URL"]), values["Access token"], values["Secret key"]);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public Task<WfbssSession> ConnectAsync() =>
        WfbssSession.ConnectAsync(
            new SessionOptions { AccessToken = AccessToken, BaseUri = BaseUri },
            Signing.SecretKey.FromText(SecretKey),
            verify: false);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Dictionary<string, string>> ReadWelcomeAsync(Process process)
    {
        string[] wanted = ["URL", "Access token", "Secret key"];
        var values = new Dictionary<string, string>();
        while (values.Count < wanted.Length)
        {
            var line = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The sandbox did not start.")).Trim();
            if (Array.Find(wanted, name => line.StartsWith(name + " ", StringComparison.Ordinal)) is { } name)
            {
                values[name] = line[name.Length..].Trim();
            }
        }

        return values;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
