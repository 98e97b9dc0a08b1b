#if !NET
using System.Net;

namespace Wfbss.Reports.Transport;

/// <summary>The body of a reply to an HttpWebRequest. It can be cut off from another thread.</summary>
internal sealed class WebReply : StreamContent
{
    private readonly HttpWebRequest _web;
    private readonly HttpWebResponse _reply;

    private WebReply(HttpWebRequest web, HttpWebResponse reply)
        : base(reply.GetResponseStream())
    {
        _web = web;
        _reply = reply;
    }

    /// <summary>The reply as HttpClient has it.</summary>
    public static HttpResponseMessage ToMessage(HttpWebRequest web, HttpWebResponse reply, HttpRequestMessage request)
    {
        var message = new HttpResponseMessage(reply.StatusCode) { Content = new WebReply(web, reply), RequestMessage = request };
        foreach (var name in reply.Headers.AllKeys)
        {
            var value = reply.Headers[name];
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>Ends a read that waits: streams of .NET Framework do not listen to their cancellation token.</summary>
    public void Abort() => _web.Abort();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _reply.Dispose();
        }
    }
}
#endif
