using Wfbss.Reports.Files;

namespace Wfbss.Reports.Writing.Journals;

/// <summary>Opens the file of a journal, for one process at a time.</summary>
internal static class JournalStream
{
    // A record goes out whole, with one write.
    private const int Unbuffered = 1;

    // How a file that another process holds shows: as Windows says it (sharing, lock), and as the runtime passes it on from
    // Linux and from macOS and BSD, where it is the number of EWOULDBLOCK.
    private static readonly int[] InUseCodes = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    /// <exception cref="WfbssException">The file cannot be opened, or another process is writing it.</exception>
    public static FileStream OpenToWrite(string path) =>
        Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <exception cref="WfbssException">The file is missing, cannot be opened, or a process is writing it.</exception>
    public static FileStream OpenToRead(string path) => Open(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>What a failure of the file means for the journal.</summary>
    public static WfbssException Failure(string path, Exception cause) => cause switch
    {
        FileNotFoundException => Unusable($"There is no journal '{path}'.", "Check the path.", cause),
        DirectoryNotFoundException => Unusable(
            $"There is no folder for the journal '{path}'.", "Create the folder, or specify a journal in a folder that exists.", cause),
        PathTooLongException => Unusable($"The name or path of the journal '{path}' is too long.", "Specify a shorter one.", cause),
        UnauthorizedAccessException => Unusable(
            $"The journal '{path}' cannot be opened: {Reason(cause)}", "Check who may read and write the file and its folder.", cause),
        _ when InUseCodes.Contains(cause.HResult) => new WfbssException(
            WfbssErrorKind.JournalInUse,
            $"The journal '{path}' is in use, probably by another run: {Reason(cause)}",
            "Wait until that run has ended, or give this one a journal of its own.",
            cause),
        _ => Unusable($"The journal '{path}' cannot be used: {Reason(cause)}", "Check the path, or specify another one.", cause),
    };

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            RegularFile.Require(path);
#if NET
            var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = Unbuffered };
            // It tells who the customers are: a new one is for its owner alone.
            if (mode is FileMode.OpenOrCreate && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new FileStream(path, options);
#else
            return new FileStream(path, mode, access, share, Unbuffered);
#endif
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Failure(path, exception);
        }
    }

    // The runtime ends some of its sentences with a path.
    private static string Reason(Exception cause) => cause.Message.TrimEnd('.') + ".";

    private static WfbssException Unusable(string message, string action, Exception cause) =>
        new(WfbssErrorKind.JournalUnusable, message, action, cause);
}
