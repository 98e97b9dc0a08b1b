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

    private void Write(string text, bool replace = true) =>
        AtomicFile.Write(Place, replace, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
