using System.Management.Automation;
using Wfbss.Reports.Definitions;
using Wfbss.Reports.Planning;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;
using Wfbss.Reports.Writing.Journals;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>New-WfbssScheduledReport: creates scheduled reports for any number of customers.</summary>
[Cmdlet(
    VerbsCommon.New,
    "WfbssScheduledReport",
    DefaultParameterSetName = WeeklySet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.NewWfbssScheduledReport)]
[OutputType(typeof(ScheduledReportResult))]
public sealed class NewWfbssScheduledReportCommand : ReportSettingsCommand
{
    private const string DefinitionSet = "Definition";
    private readonly CreatePlanner _planner = new();
    private WantedReports? _wanted;
    private CustomerReference? _pending;
    private CustomerInput? _pendingInput;

    /// <summary>The settings as objects, one for each report.</summary>
    [Parameter(ParameterSetName = DefinitionSet, Mandatory = true)]
    [ValidateNotNull]
    [DefinitionTransformation]
    public ReportDefinition[]? Definition { get; set; }

    /// <summary>Leaves customers alone that have a report of this name already.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter SkipExisting { get; set; }

    private protected override bool SkipsExisting => SkipExisting;

    private protected override void Begin()
    {
        _wanted = Definition is null
            ? new WantedReports(this, Name, new CustomerSettings(MyInvocation.BoundParameters))
            : new WantedReports(this, Definition);
        if (!Inputs.ArePiped)
        {
            _wanted.RequireSettings(CustomerId ?? []);
        }
    }

    private protected override WriteRun StartRun(WriteRunOptions options) =>
        new(new RequestSender(CurrentSession, Log), options, JournalUse.Create, _wanted!.Common is [var only] ? new CreateOperation(only) : null);

    // The groups of one customer, one after the other, are about one report.
    private protected override void Take(CustomerReference reference, CustomerInput input)
    {
        if (_pending is { } pending && reference.GroupIds.Count > 0 && pending.Id == reference.Id)
        {
            _ = pending.WithGroups(reference.GroupIds.Except(pending.GroupIds));
            return;
        }

        Finish();
        if (reference.GroupIds.Count == 0)
        {
            Plan(reference, input);
        }
        else
        {
            (_pending, _pendingInput) = (reference, input);
        }
    }

    private protected override void Finish()
    {
        if (_pending is not { } pending)
        {
            return;
        }

        _pending = null;
        Plan(pending, _pendingInput!);
    }

    private protected override string Describe(IReadOnlyList<WriteItem> group) =>
        $"Create {DefinitionText.Describe(DefinitionOf(group))} {DefinitionText.For([.. group.Select(item => item.Input)])}";

    private protected override string BodyOf(IReadOnlyList<WriteItem> group) =>
        $"{ReportBody.WriteText(DefinitionOf(group))} for {string.Join(",", group.Select(item => item.Id))}";

    private static ReportDefinition DefinitionOf(IReadOnlyList<WriteItem> group) => ((CreateOperation)group[0].Operation).Definition;

    private void Plan(CustomerReference reference, CustomerInput input)
    {
        var definitions = _wanted!.For(reference, input, out var mistake);
        if (mistake is not null)
        {
            Add([CreatePlanner.Refuse(input, _wanted.Name, mistake)]);
        }
        else if (_planner.ItemsOf(input, definitions, _wanted.AreOwn(reference)) is { } items)
        {
            Add(items);
        }
        else
        {
            Inputs.CountRepeat();
        }
    }
}
