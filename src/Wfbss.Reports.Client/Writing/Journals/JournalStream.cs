namespace Wfbss.Reports.Writing.Journals;

/// <summary>Opens the file of a journal, for one process at a time.</summary>
internal static class JournalStream
{
    /// <exception cref="WfbssException">The file cannot be opened, or another process is writing it.</exception>
    public static FileStream OpenToWrite(string path) =>
        Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <exception cref="WfbssException">The file is missing, cannot be opened, or a process is writing it.</exception>
    public static FileStream OpenToRead(string path) => Open(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            // Unbuffered: a record goes out whole, with one write.
            return new FileStream(path, mode, access, share, bufferSize: 1);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unusable($"There is no journal '{path}', or no folder for it.", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or NotSupportedException)
        {
            throw Unusable($"The journal '{path}' cannot be opened: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new WfbssException(
                WfbssErrorKind.JournalInUse,
                $"The journal '{path}' is in use, probably by another run: {exception.Message}",
                "Wait until that run has ended, or give this one a journal of its own.",
                exception);
        }
    }

    private static WfbssException Unusable(string message, Exception cause) =>
        new(WfbssErrorKind.JournalUnusable, message, "Check the path and the access to it.", cause);
}
