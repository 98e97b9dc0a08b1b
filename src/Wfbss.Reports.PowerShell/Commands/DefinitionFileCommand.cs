using System.Management.Automation;
using Wfbss.Reports.Definitions.Files;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Files;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>The base of the cmdlets that read files of definitions. A file that cannot be read does not keep the others from being read.</summary>
public abstract class DefinitionFileCommand : WfbssCommand
{
    /// <summary>The parameter set for paths with wildcards.</summary>
    protected internal const string PathSet = "Path";

    /// <summary>The parameter set for paths that are taken as they are.</summary>
    protected internal const string LiteralPathSet = "LiteralPath";

    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [TextTransformation(IsList = true, LeavesObjects = true)]
    public string[]? Path { get; set; }

    /// <summary>The files, with paths that are taken as they are.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    [TextTransformation(IsList = true)]
    public string[]? LiteralPath { get; set; }

    /// <summary>Whether anything could not be read, or was wrong.</summary>
    private protected bool HasFailed { get; private set; }

    private protected override void Process()
    {
        foreach (var path in Path ?? [])
        {
            Each(path, FilePath.Find(this, nameof(Path), path, isPattern: true, Note));
        }

        foreach (var path in LiteralPath ?? [])
        {
            Each(path, FilePath.Find(this, nameof(LiteralPath), path, isPattern: false, Note));
        }
    }

    /// <summary>Takes what was read from a file.</summary>
    private protected abstract void Take(DefinitionFileContent content);

    /// <summary>Writes an error, and remembers that there was one; the other files are still read.</summary>
    private protected void Note(ErrorRecord error)
    {
        HasFailed = true;
        WriteError(error);
    }

    private void Each(string given, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            StopToken.ThrowIfCancellationRequested();
            if (Read(given, file) is { } content)
            {
                Take(content);
            }
        }
    }

    private DefinitionFileContent? Read(string given, string file)
    {
        try
        {
            return DefinitionFile.Read(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            Note(ErrorRecords.NoFile(given, "it does not exist"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Note(ErrorRecords.UnreadableFile(file, exception));
        }

        return null;
    }
}
