namespace Wfbss.Reports.Sandbox;

/// <summary>A fault that waits for its requests.</summary>
internal sealed class ScriptedFault(SandboxFault fault, int times, Func<SandboxRequest, bool>? when)
{
    public SandboxFault Fault { get; } = fault;

    public int Left { get; set; } = times;

    public bool Matches(SandboxRequest request) => Fault.CanStrike(request) && (when is null || when(request));
}
