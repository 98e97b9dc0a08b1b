namespace Wfbss.Reports.DesktopTests.Support;

/// <summary>What a program left behind.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error);
