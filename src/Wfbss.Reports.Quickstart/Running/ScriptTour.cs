using System.Management.Automation.Language;

namespace Wfbss.Reports.Quickstart.Running;

/// <summary>Plays a script statement by statement: its comments, each command as typed, and its real output.</summary>
internal sealed class ScriptTour(EngineSession session)
{
    /// <returns>Whether every statement ran to its end.</returns>
    public bool Play(string path)
    {
        var script = Parser.ParseFile(path, out var tokens, out var errors);
        if (errors.Length > 0)
        {
            Console.Error.WriteLine($"{path}: {errors[0].Message} (line {errors[0].Extent.StartLineNumber})");
            return false;
        }

        var comments = new Queue<Token>(tokens.Where(token => token.Kind == TokenKind.Comment));
        foreach (var statement in script.EndBlock.Statements)
        {
            ShowComments(comments, statement.Extent.StartOffset);
            if (!session.RunShown(statement.Extent.Text)) return false;
            if (session.IsOver) break;
        }

        return true;
    }

    private static void ShowComments(Queue<Token> comments, int before)
    {
        var isFirst = true;
        while (comments.TryPeek(out var comment) && comment.Extent.StartOffset < before)
        {
            if (isFirst) Console.WriteLine();
            isFirst = false;
            Console.WriteLine(comments.Dequeue().Text);
        }
    }
}
