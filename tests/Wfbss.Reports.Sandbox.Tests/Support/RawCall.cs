using System.Net.Sockets;
using System.Text;

namespace Wfbss.Reports.Sandbox.Tests.Support;

/// <summary>What came back on a bare socket, where a reset and a goodbye can be told apart.</summary>
internal sealed record RawCall(string Received, bool WasReset)
{
    /// <summary>Sends the request and reads until the connection ends.</summary>
    public static async Task<RawCall> SendAsync(SandboxServer server, HttpRequestMessage request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.BaseUri.Host, server.BaseUri.Port);
        await socket.SendAsync(await BytesAsync(server, request));
        var received = new StringBuilder();
        var buffer = new byte[8 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer) is var count && count > 0)
            {
                received.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }

            return new RawCall(received.ToString(), WasReset: false);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            return new RawCall(received.ToString(), WasReset: true);
        }
    }

    private static async Task<byte[]> BytesAsync(SandboxServer server, HttpRequestMessage request)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        var head = new StringBuilder()
            .Append(request.Method.Method).Append(' ').Append(request.RequestUri!.PathAndQuery).Append(" HTTP/1.1\r\n")
            .Append("Host: ").Append(server.BaseUri.Authority).Append("\r\n");
        foreach (var header in request.Headers)
        {
            head.Append(header.Key).Append(": ").AppendJoin(' ', header.Value).Append("\r\n");
        }

        head.Append("Content-Length: ").Append(body.Length).Append("\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body];
    }
}
