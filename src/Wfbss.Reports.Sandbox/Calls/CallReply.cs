using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>A reply before it is sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, JSON.</param>
internal sealed record CallReply(int Status, byte[] Body)
{
    /// <summary>An error in the form the service has, or in its sibling's.</summary>
    public static CallReply Error(SandboxOptions options, int status, string message)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"{status} {ReasonPhrases.GetReasonPhrase(status)}");
        var (codeName, messageName) = options.SiblingErrors ? ("error_subject", "error_message") : ("code", "message");
        return new CallReply(status, JsonReply.Write((codeName, code, messageName, message), static (writer, error) =>
        {
            writer.WriteStartObject();
            writer.WriteString(error.codeName, error.code);
            writer.WriteString(error.messageName, error.message);
            writer.WriteEndObject();
        }));
    }
}
