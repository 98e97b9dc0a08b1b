namespace Wfbss.Reports.ModuleTests.Examples;

/// <summary>
/// Commands that scripts have where they are meant to run, and PowerShell alone does not: with the parameters that the
/// examples use, and as little behind them as the examples need.
/// </summary>
internal static class StandIns
{
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
