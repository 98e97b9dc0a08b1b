using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Text;

namespace Wfbss.Reports.ModuleTests.Support;

/// <summary>The screen and keyboard of <see cref="ScriptedHost"/>.</summary>
internal sealed class ScriptedScreen : PSHostUserInterface
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _questions = [];

    public Queue<string> Answers { get; } = new();

    public IReadOnlyList<string> Questions => _questions;

    /// <summary>Without colours: they are the engine's, and take no room on the screen.</summary>
    public string Text => new StringDecorated(_text.ToString()).ToString(OutputRendering.PlainText);

    public override PSHostRawUserInterface RawUI { get; } = new ScriptedRawScreen();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        _questions.Add(message);
        var answer = Answers.Dequeue();
        var choice = choices.ToList().FindIndex(c => c.Label.Contains("&" + answer, StringComparison.OrdinalIgnoreCase));
        return choice >= 0 ? choice : throw new InvalidOperationException($"'{answer}' is none of the choices.");
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw new NotSupportedException(message);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException(message);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException(message);

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override void Write(string value) => _text.Append(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => _text.Append(value).Append('\n');

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteWarningLine(string message) => WriteLine(message);

    public override void WriteVerboseLine(string message) => WriteLine(message);

    public override void WriteDebugLine(string message) => WriteLine(message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }
}
