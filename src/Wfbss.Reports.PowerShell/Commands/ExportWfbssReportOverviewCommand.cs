using System.Management.Automation;
using System.Text;
using Wfbss.Reports.Overview;
using Wfbss.Reports.PowerShell.Binding;
using Wfbss.Reports.PowerShell.Completion;
using Wfbss.Reports.PowerShell.Engine;
using Wfbss.Reports.PowerShell.Errors;
using Wfbss.Reports.PowerShell.Files;
using Wfbss.Reports.Reading;
using Wfbss.Reports.Sessions;
using Wfbss.Reports.Writing;

namespace Wfbss.Reports.PowerShell.Commands;

/// <summary>Export-WfbssReportOverview: writes one HTML page about customers and their reports.</summary>
[Cmdlet(VerbsData.Export, "WfbssReportOverview", SupportsShouldProcess = true, HelpUri = HelpPages.ExportWfbssReportOverview)]
[OutputType(typeof(FileInfo))]
public sealed class ExportWfbssReportOverviewCommand : SessionCommand, IOutputFileParameters
{
    private readonly List<CustomerInput> _targets = [];
    private readonly List<Customer> _customers = [];
    private readonly List<ScheduledReportResult> _results = [];
    private OutputFile? _file;
    private CustomerInputs<Guid>? _inputs;

    /// <summary>The file to write; one that is there is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("LiteralPath")]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string? Path { get; set; }

    /// <summary>
    /// The customers: ids as text or GUID, or objects that have one as CustomerId, Id or cid. Results of writes count as
    /// results, too. Without any, all customers of the session.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    [Alias("Id", "cid")]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CustomerCompleter))]
    [CustomerReferenceTransformation]
    public CustomerReference[]? CustomerId { get; set; }

    /// <summary>What earlier runs said, oldest first; it tells which reports failed last time.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ResultTransformation]
    public ScheduledReportResult[] Result { get; set; } = [];

    /// <summary>The page's title.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [TextTransformation]
    public string Title { get; set; } = OverviewSource.DefaultTitle;

    /// <summary>How many calls may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [WholeNumberTransformation]
    public int ThrottleLimit { get; set; } = WriteRunOptions.DefaultThrottleLimit;

    /// <summary>Leaves a file alone that is there already, with an error.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    [SwitchTransformation]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces also a file that is read-only.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the file as an object.</summary>
    [Parameter]
    [SwitchTransformation]
    public SwitchParameter PassThru { get; set; }

    private CustomerInputs<Guid> Inputs => _inputs ??= new CustomerInputs<Guid>(this);

    private protected override void Begin()
    {
        _file = OutputFile.Open(this);
        _results.AddRange(Result);
    }

    private protected override void Process()
    {
        if (_file is not null && !Inputs.MeansAll)
        {
            Take(CustomerId);
        }
    }

    private protected override void End()
    {
        if (_file is null)
        {
            return;
        }

        _ = CurrentSession;
        if (Inputs.MeansAll)
        {
            WriteAll(new CustomerReader(CurrentSession, Log).ListAsync(), customer => Take([CustomerReference.FromObject(customer)]));
        }

        var reader = new OverviewReader(new RequestSender(CurrentSession, Log), ThrottleLimit);
        var readings = Await(stop => reader.ReadAsync(_targets, _customers, stop));
        foreach (var reading in readings.Where(reading => reading.Reports is null))
        {
            WriteError(ErrorRecords.NotInOverview(reading));
        }

        Write(OverviewModel.Of(new OverviewSource
        {
            Title = Title,
            GeneratedAt = CurrentSession.Options.TimeProvider.GetLocalNow(),
            ServiceAddress = CurrentSession.BaseUri,
            Customers = readings,
            Results = _results,
        }));
    }

    // What is piped in may be of any number of results for one customer, so that repeats are nothing to speak of.
    private void Take(CustomerReference[]? customers)
    {
        foreach (var (reference, input) in Inputs.Take(customers))
        {
            if (ObjectMembers.Unwrap(reference.Source) is Customer customer)
            {
                _customers.Add(customer);
            }
            else if (ResultReading.Of(reference.Source) is { } result)
            {
                _results.Add(result);
            }

            if (WhyOfOtherSession(reference) is { } why)
            {
                _targets.Add(input with { Id = null, Refusal = new ItemOutcome(ResultStatus.NotAttempted, why) });
            }
            else if (input.Id is not { } id || Inputs.IsNew(id.Value))
            {
                _targets.Add(input);
            }
        }
    }

    private void Write(OverviewModel model)
    {
        var file = _file!;
        // It tells who the customers are.
        file.Write(isPrivate: true, write: stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
            OverviewPage.Write(model, writer);
        });
        var counts = model.Counts;
        WriteVerbose($"Wrote {file.Path}: {counts.Customers} customers with {counts.Reports} reports; {counts.NotRead} could not be read.");
    }
}
