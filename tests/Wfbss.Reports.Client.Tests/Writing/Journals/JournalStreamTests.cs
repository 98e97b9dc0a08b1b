using System.Runtime.Versioning;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.Client.Tests.Writing.Journals;

/// <summary>Each failure of the file has its own reason: only a journal that is in use is to be waited for.</summary>
public sealed class JournalStreamTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => _folder.File("run.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_journal_that_somebody_writes_is_in_use_for_writers_and_readers()
    {
        using var writer = JournalStream.OpenToWrite(Place);

        Assert.Equal(WfbssErrorKind.JournalInUse, Assert.Throws<WfbssException>(() => JournalStream.OpenToWrite(Place)).Kind);
        Assert.Equal(WfbssErrorKind.JournalInUse, Assert.Throws<WfbssException>(() => JournalStream.OpenToRead(Place)).Kind);
    }

    [Fact]
    public void A_name_that_is_too_long_is_said_to_be_so() => AssertUnusable(_folder.File(new string('x', 300)), "too long");

    [Fact]
    public void A_link_that_leads_to_itself_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights of their own on Windows.");
        File.CreateSymbolicLink(Place, Place);

        AssertUnusable(Place, "symbolic links");
    }

    [Fact]
    public void A_folder_that_is_missing_is_said_to_be_so() => AssertUnusable(_folder.File(Path.Combine("none", "x")), "There is no folder");

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_said_to_be_so()
    {
        File.WriteAllText(Place, "");

        AssertUnusable(Path.Combine(Place, "x"), "There is no folder");
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_said_to_be_so()
    {
        Directory.CreateDirectory(Place);

        AssertUnusable(Place, "It is a folder");
    }

    [Fact]
    public void A_device_keeps_nothing_and_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");

        AssertUnusable("/dev/null", "It is a device");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Missing_rights_are_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Who may do everything lacks no right.");
        File.WriteAllText(Place, "");
        File.SetUnixFileMode(Place, UnixFileMode.UserRead);

        AssertUnusable(Place, "denied");
    }

    [Fact]
    public void Other_failures_are_passed_on_with_their_reason() =>
        Assert.Equal(
            (WfbssErrorKind.JournalUnusable, "The journal 'x' cannot be used: No space left on device."),
            (JournalStream.Failure("x", new IOException("No space left on device", 28)).Kind, JournalStream.Failure("x", new IOException("No space left on device", 28)).Message));

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_new_journal_is_for_its_owner_alone_and_an_old_one_keeps_its_rights()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such rights.");
        JournalStream.OpenToWrite(Place).Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place));

        var shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(Place, shared);
        JournalStream.OpenToWrite(Place).Dispose();
        Assert.Equal(shared, File.GetUnixFileMode(Place));
    }

    private static void AssertUnusable(string path, string reason)
    {
        foreach (var open in new Func<string, FileStream>[] { JournalStream.OpenToWrite, JournalStream.OpenToRead })
        {
            var failure = Assert.Throws<WfbssException>(() => open(path));
            Assert.Equal(WfbssErrorKind.JournalUnusable, failure.Kind);
            Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Wait", failure.RecommendedAction, StringComparison.Ordinal);
        }
    }
}
