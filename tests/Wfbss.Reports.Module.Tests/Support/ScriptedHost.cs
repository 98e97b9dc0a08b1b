using System.Globalization;
using System.Management.Automation.Host;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>A console of 120 columns, of which the lines are kept and at which a script answers.</summary>
internal sealed class ScriptedHost : PSHost
{
    private readonly ScriptedScreen _screen = new();

    /// <summary>What is answered to each question, by the first letter of the choice.</summary>
    public Queue<string> Answers => _screen.Answers;

    /// <summary>The questions that were asked.</summary>
    public IReadOnlyList<string> Questions => _screen.Questions;

    /// <summary>What was shown so far.</summary>
    public string Text => _screen.Text;

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => nameof(ScriptedHost);

    public override PSHostUserInterface UI => _screen;

    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
