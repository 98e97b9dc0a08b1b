namespace Wfbss.Reports.Files;

/// <summary>
/// Writes a file so that it is there whole or not at all: beside its place first, then moved there. Nothing but a file is
/// replaced, and one that is replaced keeps its rights.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="replace">Whether a file that is there may be replaced.</param>
    /// <param name="write">Writes what belongs into it.</param>
    /// <param name="force">Whether it may be replaced also if it is read-only.</param>
    /// <param name="isPrivate">Whether a new file is for its owner alone, where the system has such rights.</param>
    /// <exception cref="IOException">The file cannot be written, is there and may not be replaced, or is not a file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder may not be written to.</exception>
    public static void Write(string path, bool replace, Action<Stream> write, bool force = false, bool isPrivate = false)
    {
        Check(path, replace, force);
        var place = TargetOf(path);
        var temporary = Path.Combine(Path.GetDirectoryName(place)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = Create(temporary, isPrivate || File.Exists(place)))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Move(temporary, place, replace);
        }
        catch (IOException exception) when (Names(exception, temporary))
        {
            throw new IOException(exception.Message.Replace(temporary, place), exception.HResult);
        }
        catch (UnauthorizedAccessException exception) when (Names(exception, temporary))
        {
            throw new UnauthorizedAccessException(exception.Message.Replace(temporary, place));
        }
        finally
        {
            // Not there any more once it was moved.
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Tells before the work is done what would keep its result from being written, as far as that can be seen.</summary>
    /// <exception cref="IOException">It is not a file, or there is no folder for it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only.</exception>
    public static void Check(string path, bool replace, bool force = false)
    {
        RegularFile.Require(path);
        var place = TargetOf(path);
        if (replace && !force && new FileInfo(place) is { Exists: true, IsReadOnly: true })
        {
            throw new UnauthorizedAccessException($"Access to the path '{place}' is denied: it is read-only.");
        }

        if (Path.GetDirectoryName(place) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }
    }

    private static FileStream Create(string path, bool isPrivate)
    {
#if NET
        // What replaces a file gets its rights when it is whole; until then nobody else reads it.
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
#endif
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    private static void Move(string temporary, string place, bool replace)
    {
        if (!replace || !File.Exists(place))
        {
            File.Move(temporary, place);
            return;
        }

#if NET
        // Where a replacement is a new file, it gets the rights of the old one.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
            File.Replace(temporary, place, destinationBackupFileName: null);
            return;
        }
#endif
        ReplaceKeepingReadOnly(temporary, place);
    }

    // Windows replaces no file that is read-only.
    private static void ReplaceKeepingReadOnly(string temporary, string place)
    {
        var file = new FileInfo(place);
        var isReadOnly = file.IsReadOnly;
        try
        {
            if (isReadOnly)
            {
                file.IsReadOnly = false;
            }

            File.Replace(temporary, place, destinationBackupFileName: null);
        }
        finally
        {
            if (isReadOnly)
            {
                new FileInfo(place).IsReadOnly = true;
            }
        }
    }

    // The name that is written to first means nothing to a user.
    private static bool Names(Exception exception, string path) => exception.Message.Contains(path);

    // What a link points to is replaced, not the link.
    private static string TargetOf(string path) =>
#if NET
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
#else
        path;
#endif
}
