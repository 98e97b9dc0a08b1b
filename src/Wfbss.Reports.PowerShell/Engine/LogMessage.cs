namespace Wfbss.Reports.PowerShell.Engine;

/// <summary>Something that the pipeline thread is to write.</summary>
/// <param name="Stream">To which stream.</param>
/// <param name="Text">What.</param>
internal sealed record LogMessage(LogStream Stream, string Text);
