using System.Runtime.Versioning;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Files;

namespace Wfbss.Reports.Client.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => _folder.File("page.html");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_written_and_nothing_beside_it()
    {
        Write("new");

        Assert.Equal("new", File.ReadAllText(Place));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public void A_file_that_is_there_is_replaced()
    {
        File.WriteAllText(Place, "something much longer than the new text");

        Write("new");

        Assert.Equal("new", File.ReadAllText(Place));
    }

    [Fact]
    public void Writing_that_fails_leaves_what_was_there_and_nothing_else()
    {
        File.WriteAllText(Place, "old");

        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(Place, replace: true, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));

        Assert.Equal("old", File.ReadAllText(Place));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public void A_file_that_may_not_be_replaced_is_left_alone()
    {
        File.WriteAllText(Place, "old");

        Assert.Throws<IOException>(() => Write("new", replace: false));

        Assert.Equal("old", File.ReadAllText(Place));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public void A_read_only_file_is_left_alone()
    {
        File.WriteAllText(Place, "old");
        File.SetAttributes(Place, FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => Write("new"));

        Assert.Equal("old", File.ReadAllText(Place));
        File.SetAttributes(Place, FileAttributes.Normal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void What_a_link_points_to_is_replaced_and_keeps_its_rights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own on Windows.");
        var target = _folder.File("target.html");
        File.WriteAllText(target, "old");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(Place, target);

        Write("new");

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(Place).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(target));
    }

    [Fact]
    public void Force_replaces_a_read_only_file_which_stays_read_only()
    {
        File.WriteAllText(Place, "old");
        File.SetAttributes(Place, FileAttributes.ReadOnly);

        Write("new", force: true);

        Assert.Equal("new", File.ReadAllText(Place));
        Assert.True(new FileInfo(Place).IsReadOnly);
        File.SetAttributes(Place, FileAttributes.Normal);
    }

    [Fact]
    public void Force_that_fails_leaves_a_read_only_file_as_it_was()
    {
        File.WriteAllText(Place, "old");
        File.SetAttributes(Place, FileAttributes.ReadOnly);

        Assert.Throws<IOException>(() => AtomicFile.Write(Place, replace: true, _ => throw new IOException("full"), force: true));

        Assert.Equal(("old", true), (File.ReadAllText(Place), new FileInfo(Place).IsReadOnly));
        File.SetAttributes(Place, FileAttributes.Normal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_new_private_file_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");

        Write("new", isPrivate: true);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_private_file_keeps_the_rights_of_the_one_that_it_replaces()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        var shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.WriteAllText(Place, "old");
        File.SetUnixFileMode(Place, shared);

        Write("new", isPrivate: true);

        Assert.Equal(("new", shared), (File.ReadAllText(Place), File.GetUnixFileMode(Place)));
    }

    [Fact]
    public void A_folder_is_not_replaced()
    {
        Directory.CreateDirectory(Place);

        Assert.Contains("It is a folder", Assert.Throws<IOException>(() => Write("new")).Message, StringComparison.Ordinal);

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_link_to_a_device_does_not_make_a_file_of_the_device()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        File.CreateSymbolicLink(Place, "/dev/null");

        Assert.Contains("It is a device", Assert.Throws<IOException>(() => Write("new", force: true)).Message, StringComparison.Ordinal);

        Assert.Equal("/dev/null", new FileInfo(Place).LinkTarget);
    }

    [Fact]
    public void Without_its_folder_the_failure_names_the_folder()
    {
        var failure = Assert.Throws<DirectoryNotFoundException>(
            () => AtomicFile.Write(_folder.File(Path.Combine("none", "page.html")), replace: true, _ => { }));

        Assert.Contains(_folder.File("none"), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_names_the_file_and_not_the_one_that_is_written_first()
    {
        var failure = Assert.ThrowsAny<IOException>(() => AtomicFile.Write(
            Place, replace: true, stream => throw new IOException($"No space left on device : '{((FileStream)stream).Name}'")));

        Assert.Equal($"No space left on device : '{Place}'", failure.Message);
    }

    private void Write(string text, bool replace = true, bool force = false, bool isPrivate = false) =>
        AtomicFile.Write(Place, replace, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)), force, isPrivate);
}
