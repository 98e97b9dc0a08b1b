using System.Management.Automation;
using Microsoft.PowerShell.Commands;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;

namespace Wfbss.Reports.PowerShell.Files;

/// <summary>
/// Decides what a path means, for every parameter that takes one. It is a path of the file system: with what is current there,
/// drives of its provider and <c>~</c>. What another provider resolves is refused, since nobody means it: after
/// <c>Set-Location Env:</c>, <c>./x</c> would be a file in the folder in which the process was started.
/// </summary>
internal static class FilePath
{
    /// <summary>The full path of a file that need not be there. Brackets and asterisks are taken as they are.</summary>
    /// <param name="command">The cmdlet, which fails if the path cannot be meant.</param>
    /// <param name="parameter">The parameter that has the path.</param>
    /// <param name="path">The path, as it was given.</param>
    public static string Resolve(WfbssCommand command, string parameter, string path)
    {
        ErrorRecord? refusal = null;
        var found = Find(command, parameter, path, isPattern: false, error => refusal = error);
        if (refusal is not null)
        {
            command.Fail(refusal);
        }

        return found[0];
    }

    /// <summary>The full paths of files: those that a pattern matches, or the one that a path names.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameter">The parameter that has the path.</param>
    /// <param name="path">The path, as it was given.</param>
    /// <param name="isPattern">Whether it may have wildcards. A path without any must be there, then.</param>
    /// <param name="note">Takes the error, if it is not the path of a file.</param>
    public static IReadOnlyList<string> Find(WfbssCommand command, string parameter, string path, bool isPattern, Action<ErrorRecord> note)
    {
        try
        {
            var paths = command.SessionState.Path;
            var full = paths.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.Name == FileSystemProvider.ProviderName)
            {
                return isPattern ? paths.GetResolvedProviderPathFromPSPath(path, out _) : [full];
            }

            note(ErrorRecords.BadValue(
                parameter,
                path,
                $"this path is not in the file system, but in that of the provider {provider.Name}. Specify a path in the file system."));
        }
        catch (ItemNotFoundException)
        {
            note(ErrorRecords.NoFile(path, "it does not exist"));
        }
        catch (Exception exception) when (exception is SessionStateException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            // No such drive or provider, a provider without a home, or characters that no path has.
            note(ErrorRecords.BadValue(parameter, path, $"this path is not in the file system: {exception.Message}"));
        }

        return [];
    }
}
