using System.Management.Automation;
using Wfbss.Reports.Files;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Files;

/// <summary>The file that a cmdlet writes, whichever that is: the same parameters, question, errors and care for all.</summary>
internal sealed class OutputFile
{
    private readonly WfbssCommand _command;
    private readonly IOutputFileParameters _parameters;
    private readonly string _path;

    private OutputFile(WfbssCommand command, IOutputFileParameters parameters, string path)
    {
        _command = command;
        _parameters = parameters;
        _path = path;
    }

    /// <summary>The full path.</summary>
    public string Path => _path;

    private bool MayReplace => !_parameters.NoClobber;

    private bool MayReplaceReadOnly => _parameters.Force && MayReplace;

    /// <summary>
    /// Finds out whether the file can be written, and asks whether it is to be. What can be known before the work is done ends
    /// the cmdlet here.
    /// </summary>
    /// <returns>The file, or <see langword="null"/> if it was declined or is only rehearsed.</returns>
    public static OutputFile? Open<T>(T command)
        where T : WfbssCommand, IOutputFileParameters
    {
        var file = new OutputFile(command, command, FilePath.Resolve(command, nameof(command.Path), command.Path!));
        file.Check();
        return command.ShouldProcess(file.Path, command.MyInvocation.MyCommand.Name) ? file : null;
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="write">Writes what belongs into it.</param>
    /// <param name="isPrivate">Whether a new file is for its owner alone, where the system has such rights.</param>
    public void Write(Action<Stream> write, bool isPrivate = false)
    {
        Guarded(() => AtomicFile.Write(_path, MayReplace, write, MayReplaceReadOnly, isPrivate));
        if (_parameters.PassThru)
        {
            _command.WriteObject(new FileInfo(_path));
        }
    }

    private void Check()
    {
        Guarded(() => AtomicFile.Check(_path, MayReplace, MayReplaceReadOnly));
        if (!MayReplace && File.Exists(_path))
        {
            _command.Fail(ErrorRecords.FileExists(_path));
        }
    }

    private void Guarded(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            _command.Fail(ErrorRecords.UnwritableFile(_path, exception));
        }
    }
}

/// <summary>The parameters of a cmdlet that writes a file.</summary>
internal interface IOutputFileParameters
{
    /// <summary>The file to write; one that is there is replaced.</summary>
    string? Path { get; }

    /// <summary>Leaves a file alone that is there already, with an error.</summary>
    SwitchParameter NoClobber { get; }

    /// <summary>Replaces also a file that is read-only.</summary>
    SwitchParameter Force { get; }

    /// <summary>Writes the file as an object.</summary>
    SwitchParameter PassThru { get; }
}
