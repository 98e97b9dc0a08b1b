using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Wfbss.Reports.Sandbox;

/// <summary>What the sandbox asks of the JSON reader and .NET 8 does not have.</summary>
internal static class JsonDocumentOptionsShim
{
    extension(ref JsonDocumentOptions options)
    {
        /// <summary>
        /// Has no effect: that no body of the client has a member twice is seen where the same tests run on .NET 10.
        /// </summary>
        [SuppressMessage("Performance", "CA1822", Justification = "It stands in for an instance member.")]
        public bool AllowDuplicateProperties
        {
            set => _ = value;
        }
    }
}
