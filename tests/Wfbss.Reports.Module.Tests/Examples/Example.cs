using System.Management.Automation.Language;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>A file of the module's folder Examples, as a user has it.</summary>
internal static class Example
{
    public static string Folder { get; } = Path.Combine(Checkout.ModuleFolder, "Examples");

    /// <summary>The names of all scripts.</summary>
    public static string[] Scripts { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.ps1", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static string TextOf(string name) => File.ReadAllText(PathOf(name));

    /// <summary>A script as the engine reads it; fails if it cannot.</summary>
    public static ScriptBlockAst Parse(string name, out Token[] tokens)
    {
        var script = Parser.ParseFile(PathOf(name), out tokens, out var errors);
        Assert.Empty(errors.Select(error => $"{name}, line {error.Extent.StartLineNumber}: {error.Message}"));
        return script;
    }
}
