using System.CommandLine;
using Wfbss.Reports.Benchmarks.Import;
using Wfbss.Reports.Benchmarks.Memory;
using Wfbss.Reports.Benchmarks.Storms;
using Wfbss.Reports.Benchmarks.Throughput;

var root = new RootCommand("The large storm, and what the client and the cmdlets cost. Run it in Release.")
{
    StormCommand.Create(),
    ThroughputCommand.Create(),
    MemoryCommand.Create(),
    ImportCommand.Create(),
    ImportCommand.CreateProbe(),
};
return await root.Parse(args).InvokeAsync();
