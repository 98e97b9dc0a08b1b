namespace Wfbss.Reports.Sandbox;

/// <summary>What a running sandbox knows and what answering a request may need of it.</summary>
internal sealed record SandboxParts(SandboxOptions Options, SandboxState State, SandboxCounters Counters, SandboxFaults Faults);
