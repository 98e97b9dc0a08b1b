#if NET
using System.Runtime.InteropServices;
using System.Text;
#endif

namespace Wfbss.Reports.Files;

/// <summary>Tells files from what only has a path as they do: folders, devices, pipes and sockets.</summary>
internal static class RegularFile
{
    // What Windows takes for a device in every folder.
    private static readonly HashSet<string> WindowsDevices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    /// <summary>Refuses a path at which something other than a file is; a path at which nothing is passes.</summary>
    /// <param name="path">The full path. What a link points to counts, not the link.</param>
    /// <exception cref="IOException">There is a folder, a device, a pipe or a socket.</exception>
    public static void Require(string path)
    {
        if (OtherKind(path) is { } kind)
        {
            throw new IOException($"It is {kind}, not a file.");
        }
    }

    private static string? OtherKind(string path)
    {
        if (Directory.Exists(path))
        {
            return "a folder";
        }

        if (IsWindows)
        {
            return IsWindowsDevice(path) ? "a device" : null;
        }

        if (IsSystemFile(path))
        {
            return "a device";
        }

#if NET
        return UnixType.Of(path) switch
        {
            UnixType.Pipe => "a pipe",
            UnixType.CharacterDevice or UnixType.BlockDevice => "a device",
            UnixType.Socket => "a socket",
            _ => null,
        };
#else
        return null;
#endif
    }

    private static bool IsWindowsDevice(string path) =>
        path.StartsWith(@"\\.\", StringComparison.Ordinal) || WindowsDevices.Contains(Path.GetFileNameWithoutExtension(path).TrimEnd(' '));

    // Also where it leads to a file: to replace the one that a process's output was sent to would cut the rest of it off.
    private static bool IsSystemFile(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal));

#if NET
    /// <summary>The type of a file, as Unix has it. The class library tells folders and links only.</summary>
    private static class UnixType
    {
        public const int Pipe = 0x1000;
        public const int CharacterDevice = 0x2000;
        public const int BlockDevice = 0x6000;
        public const int Socket = 0xC000;
        private const int Mask = 0xF000;

        // It begins with two numbers of 32 bits, flags and mode; all of it is 120 bytes.
        private const int StatusSize = 256;
        private const int ModeAt = 4;

        /// <summary>The type; 0 if there is nothing, or nothing that can be looked at.</summary>
        public static int Of(string path)
        {
            var status = new byte[StatusSize];
            try
            {
                return Stat(Encoding.UTF8.GetBytes(path + "\0"), status) == 0 ? BitConverter.ToInt32(status, ModeAt) & Mask : 0;
            }
            catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
            {
                return 0;
            }
        }

        // The runtime's own, which is the same on every Unix; the one of the C library differs from system to system.
        [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
        private static extern int Stat(byte[] path, [Out] byte[] status);
    }
#endif
}
