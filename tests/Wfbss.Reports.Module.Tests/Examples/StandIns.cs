namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>
/// Commands that scripts have where they are meant to run, and the engine alone does not: with the parameters that the
/// examples use, and as little behind them as the examples need.
/// </summary>
internal static class StandIns
{
    /// <summary>
    /// Of the whole PowerShell. What is exported is kept in <c>$global:Exported</c>, by path. The module is not where
    /// modules are found; it has been imported already, and to import it again would change nothing.
    /// </summary>
    public const string Shell = """
        $global:Exported = @{}

        function global:Import-Module {
            [CmdletBinding()]
            param([Parameter(Mandatory, Position = 0)] [string] $Name)
            if (-not (Get-Module -Name $Name)) { throw "The module '$Name' was not found." }
        }

        function global:Join-Path {
            [CmdletBinding()]
            param([Parameter(Position = 0)] [string] $Path, [Parameter(Position = 1)] [string] $ChildPath)
            [System.IO.Path]::Combine($Path, $ChildPath)
        }

        function global:Export-Csv {
            [CmdletBinding()]
            param(
                [Parameter(Mandatory, ValueFromPipeline)] [object] $InputObject,
                [string] $Path, [switch] $Append, [switch] $NoTypeInformation, [string] $Encoding)
            begin { if (-not $Append -or -not $global:Exported[$Path]) { $global:Exported[$Path] = @() } }
            process { $global:Exported[$Path] += $InputObject }
        }

        function global:Export-Clixml {
            [CmdletBinding()]
            param([Parameter(Mandatory, ValueFromPipeline)] [object] $InputObject, [string] $LiteralPath)
            process {
                [System.IO.File]::WriteAllText($LiteralPath, $InputObject.UserName)
                $global:Exported[$LiteralPath] = $InputObject
            }
        }

        function global:Import-Clixml {
            [CmdletBinding()]
            param([string] $LiteralPath)
            $global:Exported[$LiteralPath]
        }
        """;

    /// <summary>Of Azure Automation: one credential asset, <c>$asset</c>, of the name that is given.</summary>
    public const string Azure = """
        function global:Get-AutomationPSCredential {
            [CmdletBinding()]
            param([Parameter(Mandatory)] [string] $Name)
            if ($Name -ne 'wfbss') { throw "Credential '$Name' not found." }
            $global:asset
        }
        """;

    /// <summary>Of the module ScheduledTasks. What each was given is kept in <c>$global:Given</c>, by command.</summary>
    public const string ScheduledTasks = """
        $global:Given = @{}

        function global:New-ScheduledTaskAction {
            [CmdletBinding()]
            param([string] $Execute, [string] $Argument)
            $global:Given.Action = $PSBoundParameters
            'the action'
        }

        function global:New-ScheduledTaskTrigger {
            [CmdletBinding()]
            param([switch] $Weekly, [System.DayOfWeek[]] $DaysOfWeek, [datetime] $At)
            $global:Given.Trigger = $PSBoundParameters
            'the trigger'
        }

        function global:New-ScheduledTaskSettingsSet {
            [CmdletBinding()]
            param([ValidateSet('Parallel', 'Queue', 'IgnoreNew')] [string] $MultipleInstances, [switch] $StartWhenAvailable)
            $global:Given.Settings = $PSBoundParameters
            'the settings'
        }

        function global:Register-ScheduledTask {
            [CmdletBinding()]
            param($TaskName, $Action, $Trigger, $Settings, [string] $User, [string] $Password, [switch] $Force)
            $global:Given.Task = $PSBoundParameters
        }
        """;
}
