namespace Wfbss.Reports.Files;

/// <summary>Writes a file so that it is there whole or not at all: beside its place first, then moved there.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="replace">Whether a file that is there may be replaced.</param>
    /// <param name="write">Writes what belongs into it.</param>
    /// <exception cref="IOException">The file cannot be written, or is there and may not be replaced.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder may not be written to.</exception>
    public static void Write(string path, bool replace, Action<Stream> write)
    {
        var place = TargetOf(path);
        if (replace && new FileInfo(place) is { Exists: true, IsReadOnly: true })
        {
            throw new UnauthorizedAccessException($"Access to the path '{place}' is denied: it is read-only.");
        }

        var temporary = Path.Combine(Path.GetDirectoryName(place)!, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Move(temporary, place, replace);
        }
        finally
        {
            // Not there any more once it was moved.
            File.Delete(temporary);
        }
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
        }
#endif
        File.Replace(temporary, place, destinationBackupFileName: null);
    }

    // What a link points to is replaced, not the link.
    private static string TargetOf(string path) =>
#if NET
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
#else
        path;
#endif
}
