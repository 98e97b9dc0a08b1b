using Wfbss.Reports.Quickstart.Running;

return await QuickstartCommand.RunAsync(args);
