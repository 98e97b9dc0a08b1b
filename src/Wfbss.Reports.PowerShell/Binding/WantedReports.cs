using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;

namespace Wfbss.Reports.PowerShell.Binding;

/// <summary>
/// The reports that customers are to have: the same for all, or by each customer's own settings. What is wrong with the
/// command line ends the command before anything is sent; what is wrong with a row is that row's result.
/// </summary>
internal sealed class WantedReports
{
    private readonly PSCmdlet _command;
    private readonly CustomerSettings? _settings;
    private readonly ColumnWatch? _columns;
    private readonly HashSet<string> _said = [];
    private bool _isFirst = true;
    private bool _isCommonSaid;

    /// <param name="command">The cmdlet, which says what is worth a warning.</param>
    /// <param name="definitions">The reports, the same for all customers.</param>
    public WantedReports(PSCmdlet command, IReadOnlyList<ReportDefinition> definitions)
    {
        _command = command;
        Common = new DesiredState(definitions).Definitions;
        Name = Common[0].Name;
    }

    /// <param name="command">The cmdlet, which says what is worth a warning.</param>
    /// <param name="name">The report's name.</param>
    /// <param name="settings">Its settings, which may differ from customer to customer.</param>
    public WantedReports(PSCmdlet command, string name, CustomerSettings settings)
    {
        _command = command;
        _settings = settings;
        _columns = new ColumnWatch(command, settings.Given);
        Name = name;
        var missing = ReportSettings.Missing(settings.Given);
        var definition = ReportSettings.ToDefinition(name, settings.Given);
        var violations = DefinitionRules.Violations(definition)
            .Where(violation => violation.Property == "Name" || settings.Given.ContainsKey(violation.Property))
            .ToArray();
        DefinitionRules.Check(name, violations);
        if (missing.Count == 0 && !settings.HasScripts)
        {
            Common = [definition];
        }
    }

    /// <summary>The name of the report, or of the first.</summary>
    public string Name { get; }

    /// <summary>The reports of customers that bring no settings; none if the command line does not say all.</summary>
    public IReadOnlyList<ReportDefinition> Common { get; } = [];

    /// <summary>Whether a customer may have settings of its own.</summary>
    public bool AreOwn(CustomerReference reference) => _settings?.AreOwn(reference) is true;

    /// <summary>Ends the command if none of these customers brings the settings that the command line lacks.</summary>
    /// <exception cref="WfbssException">Settings are missing.</exception>
    public void RequireSettings(IReadOnlyList<CustomerReference> customers)
    {
        if (_settings is null || _settings.HasScripts || customers.Any(AreOwn))
        {
            return;
        }

        Require(Name, _settings.Given);
    }

    /// <summary>Ends the command if settings are missing that a report cannot do without.</summary>
    /// <exception cref="WfbssException">Settings are missing; the message lists them.</exception>
    public static void Require(string name, IReadOnlyDictionary<string, object> given)
    {
        var missing = ReportSettings.Missing(given);
        if (missing.Count > 0)
        {
            throw new WfbssException(
                WfbssErrorKind.InvalidDefinition,
                $"The report '{name}' cannot be sent: {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing.",
                "Give them on the command line, or in rows with columns of these names. Nothing was sent.");
        }
    }

    /// <summary>The reports of one customer.</summary>
    /// <param name="reference">The customer.</param>
    /// <param name="input">The same, with its position.</param>
    /// <param name="mistake">What is wrong with its settings; <see langword="null"/> if nothing is.</param>
    public IReadOnlyList<ReportDefinition> For(CustomerReference reference, CustomerInput input, out ItemOutcome? mistake)
    {
        mistake = reference.Id is null ? ItemOutcome.InvalidId(input) : null;
        if (_isFirst && mistake is null)
        {
            _isFirst = false;
            RequireSettings([reference]);
        }

        _columns?.Look(reference.Row);
        if (_settings is null || mistake is not null || !_settings.AreOwn(reference))
        {
            WarnOfCommon();
            return Common;
        }

        var values = _settings.For(reference, out var problems);
        var definition = ReportSettings.ToDefinition(Name, values);
        if (problems.Count == 0)
        {
            problems =
            [
                .. ReportSettings.Missing(values).Select(parameter => $"{parameter} is missing: it is neither on the command line nor in the row"),
                .. DefinitionRules.Violations(definition)
                    .Where(violation => violation.Property is "Name" || values.ContainsKey(violation.Property))
                    .Select(violation => $"{_settings.SourceOf(violation.Property, reference)}: {violation.Message}"),
            ];
        }

        if (problems.Count > 0)
        {
            mistake = new ItemOutcome(ResultStatus.NotAttempted, $"row {input.Position}: {string.Join("; ", problems)}");
            return [];
        }

        ReportDefinition[] own = [definition];
        WarnOf(own);
        return own;
    }

    private void WarnOfCommon()
    {
        if (!_isCommonSaid)
        {
            _isCommonSaid = true;
            WarnOf(Common);
        }
    }

    // Once a run, however many customers it is true of.
    private void WarnOf(IReadOnlyList<ReportDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            Say(DefinitionRules.Warnings(definition));
            if (_settings is { } settings && definition.Recipients.Count == 0 && !settings.Given.ContainsKey("Recipient"))
            {
                Say([$"The report '{definition.Name}' goes to nobody by e-mail, at some customers at least: no -Recipient."]);
            }
        }
    }

    private void Say(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings.Where(_said.Add))
        {
            _command.WriteWarning(warning);
        }
    }
}
