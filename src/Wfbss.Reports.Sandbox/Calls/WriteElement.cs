using System.Text.Json;

namespace Wfbss.Reports.Sandbox.Calls;

/// <summary>What a write did to one report of one customer.</summary>
internal readonly record struct WriteElement(SandboxCustomer Customer, string Result, string Message, int Rtid)
{
    private const string Success = "Done";

    public bool IsDone => Result == Success;

    public static WriteElement Done(SandboxCustomer customer, int rtid) => new(customer, Success, "", rtid);

    public void WriteTo(Utf8JsonWriter writer, SandboxOptions options)
    {
        writer.WriteStartObject();
        if (IsDone || options.FailedElementHasRtid)
        {
            writer.WriteNumber("rtid", Rtid);
        }

        if (IsDone && options.NullMessages)
        {
            writer.WriteNull("message");
        }
        else
        {
            writer.WriteString("message", Message);
        }

        writer.WriteId("id", Customer.Id, options.LowerCaseIds);
        writer.WriteString("result", Result);
        writer.WriteId("eid", Customer.Eid, options.LowerCaseIds);
        writer.WriteEndObject();
    }
}
