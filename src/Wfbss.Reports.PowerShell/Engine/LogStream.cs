namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>The stream that a message goes to.</summary>
internal enum LogStream
{
    Verbose,
    Debug,
    Warning,
}
