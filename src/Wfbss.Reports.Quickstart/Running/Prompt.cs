using System.Management.Automation.Language;
using System.Text;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>A plain prompt: reads a command, on several lines if it needs them, and runs it, until <c>exit</c>.</summary>
internal sealed class Prompt(EngineSession session)
{
    public void Run()
    {
        Console.WriteLine("Wfbss.Reports is imported and the sandbox is running: begin with Connect-Wfbss, end with exit.");
        while (!session.IsOver && Read() is { } command)
        {
            if (command.Trim().Length > 0) session.Run(command);
        }
    }

    private static string? Read()
    {
        Console.Write("PS> ");
        var command = new StringBuilder();
        while (Console.ReadLine() is { } line)
        {
            command.AppendLine(line);
            Parser.ParseInput(command.ToString(), out _, out var errors);
            if (!Array.Exists(errors, error => error.IncompleteInput)) return command.ToString();
            Console.Write(">> ");
        }

        return null;
    }
}
