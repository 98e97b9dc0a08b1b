using System.CommandLine;
using Wfbss.Reports.Quickstart.Running;

return await QuickstartCommand.Create().Parse(args).InvokeAsync();
