using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Wfbss.Reports.Quickstart.Hosting;

/// <summary>Writes what the engine says to the console, in colour where it has any, and asks what the engine asks.</summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface
{
    private readonly ConsoleRawUserInterface _raw = new();

    public override PSHostRawUserInterface RawUI => _raw;

    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected;

    public override void Write(string value) => Console.Write(ForConsole(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => Console.WriteLine(ForConsole(value));

    public override void WriteErrorLine(string value) => WriteColoured(ConsoleColor.Red, value);

    public override void WriteWarningLine(string message) => WriteColoured(ConsoleColor.Yellow, $"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteColoured(ConsoleColor.Yellow, $"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteColoured(ConsoleColor.Yellow, $"DEBUG: {message}");

    /// <summary>Writes a line that stands out.</summary>
    public static void WriteEmphasised(string line) => WriteColoured(ConsoleColor.Cyan, line);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // A tour is read from top to bottom; a bar that rewrites itself has no place in it.
    }

    public override string ReadLine() => Console.ReadLine() ?? "";

    public override SecureString ReadLineAsSecureString()
    {
        var secret = new SecureString();
        foreach (var character in ReadLine()) secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions)
    {
        WriteQuestion(caption, message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var description in descriptions)
        {
            Write($"{description.Name}: ");
            var isSecret = description.ParameterTypeFullName == typeof(SecureString).FullName;
            answers[description.Name] = PSObject.AsPSObject(isSecret ? ReadLineAsSecureString() : ReadLine());
        }

        return answers;
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteQuestion(caption, message);
        var labels = choices.Select(choice => choice.Label.Replace("&", "", StringComparison.Ordinal)).ToArray();
        var keys = choices.Select(choice => choice.Label.Split('&').Last()[..1]).ToArray();
        while (true)
        {
            Write(string.Join("  ", labels.Select((label, i) => $"[{keys[i]}] {label}")) + ": ");
            var answer = Console.ReadLine();
            if (string.IsNullOrEmpty(answer)) return defaultChoice;
            var index = Array.FindIndex(keys, key => key.Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase));
            if (index < 0) index = Array.FindIndex(labels, label => label.Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase));
            if (index >= 0) return index;
        }
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
    {
        WriteQuestion(caption, message);
        Write(string.IsNullOrEmpty(userName) ? "User: " : $"User [{userName}]: ");
        var user = ReadLine();
        Write("Password: ");
        return new PSCredential(user.Length == 0 ? userName : user, ReadLineAsSecureString());
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        PromptForCredential(caption, message, userName, targetName);

    private static string ForConsole(string text) => Console.IsOutputRedirected ? CellWidth.WithoutColours(text) : text;

    private void WriteQuestion(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption)) WriteLine(caption);
        if (!string.IsNullOrEmpty(message)) WriteLine(message);
    }

    private static void WriteColoured(ConsoleColor colour, string line)
    {
        var before = Console.ForegroundColor;
        if (!Console.IsOutputRedirected) Console.ForegroundColor = colour;
        Console.WriteLine(line);
        if (!Console.IsOutputRedirected) Console.ForegroundColor = before;
    }
}
