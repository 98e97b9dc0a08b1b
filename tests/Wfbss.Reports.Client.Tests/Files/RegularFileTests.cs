using System.Diagnostics;
using System.Net.Sockets;
using Wfbss.Reports.Client.Tests.Support;
using Wfbss.Reports.Files;

namespace Wfbss.Reports.Client.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => _folder.File("x");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_passes_and_so_does_nothing()
    {
        RegularFile.Require(Place);
        File.WriteAllText(Place, "");
        RegularFile.Require(Place);
    }

    [Fact]
    public void A_folder_does_not_pass()
    {
        Directory.CreateDirectory(Place);

        Assert.Equal("It is a folder, not a file.", Refusal(Place));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdout")]
    [InlineData("/proc/self/fd/1")]
    public void A_device_does_not_pass_wherever_a_link_to_it_is(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");

        Assert.Equal("It is a device, not a file.", Refusal(path));
    }

    [Fact]
    public void A_link_to_a_device_does_not_pass()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        File.CreateSymbolicLink(Place, "/dev/zero");

        Assert.Equal("It is a device, not a file.", Refusal(Place));
    }

    [Fact]
    public void A_pipe_does_not_pass_and_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        using var mkfifo = Process.Start("mkfifo", [Place]);
        mkfifo.WaitForExit();

        Assert.Equal("It is a pipe, not a file.", Refusal(Place));
    }

    [Fact]
    public void A_socket_does_not_pass()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such files.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Place));

        Assert.Equal("It is a socket, not a file.", Refusal(Place));
    }

    [Theory]
    [InlineData("NUL")]
    [InlineData("con.json")]
    [InlineData("LPT1.txt")]
    public void A_name_that_Windows_takes_for_a_device_does_not_pass_there(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "Elsewhere these are names like others.");

        Assert.Equal("It is a device, not a file.", Refusal(_folder.File(name)));
    }

    private static string Refusal(string path) => Assert.Throws<IOException>(() => RegularFile.Require(path)).Message;
}
