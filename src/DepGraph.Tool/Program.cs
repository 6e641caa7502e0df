using System.CommandLine;
using DepGraph;
using DepGraph.Tool;

// The build reads UTF-8; where a console of Windows shows the text, its own encoding stays.
if (Console.IsOutputRedirected)
    Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var root = new RootCommand("Shows what a .NET program really loads at startup, in what order, why and at what cost.")
{
    RecordCommand.Create(),
    ReportCommand.Create(),
    WhyCommand.Create(),
    InitsCommand.Create(),
    GraphCommand.Create(),
    DiffCommand.Create(),
    CheckCommand.Create(),
    LockCommand.Create(),
    MergeCommand.Create(),
};
return await CommandRun.InvokeAsync(root, args);
