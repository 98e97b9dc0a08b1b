using System.Globalization;
using System.Management.Automation.Host;

namespace Wfbss.Reports.Quickstart.Hosting;

/// <summary>The host that the engine shows its output on: this program's console.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleUserInterface _ui = new();

    /// <summary>Whether a script has said <c>exit</c>.</summary>
    public bool IsOver { get; private set; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "Wfbss.Reports.Quickstart";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version ?? new Version(0, 0);

    /// <summary>Shows a command as if it had been typed.</summary>
    public static void ShowCommand(string command)
    {
        var lines = command.Split('\n').Select(line => line.TrimEnd('\r'));
        ConsoleUserInterface.WriteEmphasised("PS> " + string.Join(Environment.NewLine + ">> ", lines));
    }

    public override void EnterNestedPrompt() => throw new NotSupportedException("There is no nested prompt here.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("There is no nested prompt here.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => IsOver = true;
}
