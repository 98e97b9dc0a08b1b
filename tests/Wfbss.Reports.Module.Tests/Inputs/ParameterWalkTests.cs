using System.Management.Automation;
using Wfbss.Reports.ModuleTests.Support;

namespace Wfbss.Reports.ModuleTests.Inputs;

/// <summary>
/// A walk over all parameters of all commands, so that a new one cannot forget the rule: what the engine would convert on its
/// own is what was meant, or refused in one sentence that names it.
/// </summary>
public sealed class ParameterWalkTests
{
    private const string Parameters = """
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($command in Get-Command -Module Wfbss.Reports -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values | Where-Object Name -NotIn $common) {
                [pscustomobject]@{ Command = $command.Name; Parameter = $parameter }
            }
        }
        """;

    // A function with the parameter alone: the engine binds it as the cmdlet's, by its type and attributes.
    private const string Probe = """
        $definition = New-WfbssReportDefinition x -DayOfWeek Monday -At 8 -Content 100
        $thawed = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($definition, 4))
        function Probe {
            [CmdletBinding()] param()
            dynamicparam {
                $attributes = [System.Collections.ObjectModel.Collection[Attribute]]::new()
                $attributes.Add([Parameter]::new())
                $probed.Attributes | Where-Object { $_ -isnot [Parameter] } | ForEach-Object { $attributes.Add($_) }
                $all = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
                $all.Add($probed.Name, [System.Management.Automation.RuntimeDefinedParameter]::new($probed.Name, $probed.ParameterType, $attributes))
                $all
            }
            end { $global:value = $PSBoundParameters[$probed.Name] }
        }
        """;

    // By the module's own reading, by its validation, or by the engine, which has no conversion for it.
    private static readonly string[] Refusals = ["ParameterArgumentTransformationError", "ParameterArgumentValidationError", "CannotConvertArgument"];

    [Fact]
    public async Task Every_parameter_takes_what_was_meant_and_refuses_the_rest()
    {
        using var host = await ModuleHost.StartAsync();
        (await host.RunAsync($". {{ {Probe} }}")).Clean();
        var wrong = new List<string>();
        var parameters = (await host.RunAsync(Parameters)).Clean().Output;
        foreach (var row in parameters)
        {
            var parameter = (ParameterMetadata)((PSObject)row.Properties["Parameter"].Value).BaseObject;
            var name = $"{row.Properties["Command"].Value} -{parameter.Name}";
            if (ParameterKinds.CasesOf(parameter.Name, parameter.ParameterType, IsPiped(parameter)) is not { } cases)
            {
                wrong.Add($"{name}: what {parameter.ParameterType} takes and refuses is not in the table.");
                continue;
            }

            foreach (var one in cases)
            {
                var run = await host.RunAsync($"$value = $null; $given = @{{ {parameter.Name} = {one.Input} }}; Probe @given; {one.Meant ?? "$value"}", ("probed", parameter));
                wrong.AddRange(WhyWrong(one, run).Select(why => $"{name} {one.Input}: {why}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.InRange(parameters.Count, 120, int.MaxValue);
    }

    private static bool IsPiped(ParameterMetadata parameter) => parameter.ParameterSets.Values.Any(set => set.ValueFromPipeline);

    private static IEnumerable<string> WhyWrong(KindCase one, Invocation run)
    {
        var failure = run.Failure?.ToString();
        if (one.Meant is not null)
        {
            if (failure is not null || run.Output is not [{ BaseObject: true }])
            {
                yield return failure ?? "is not what was meant";
            }
        }
        else if (failure is null)
        {
            yield return $"is taken as '{string.Join(", ", run.Output)}'";
        }
        else if (!Refusals.Any(Invocation.IdOf(run.Failure!).StartsWith) || !failure.Contains(one.Named, StringComparison.Ordinal))
        {
            yield return failure;
        }
    }
}
