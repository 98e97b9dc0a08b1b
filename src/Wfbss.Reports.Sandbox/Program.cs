using Wfbss.Reports.Sandbox.CommandLine;

return await SandboxCommand.RunAsync(args, Console.Out, Console.Error);
