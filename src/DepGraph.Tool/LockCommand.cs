using System.CommandLine;
using DepGraph.Reports;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph lock</c>: what is stable of a recording, as the file to commit.</summary>
internal static class LockCommand
{
    public static Command Create()
    {
        var recording = new Argument<string>("recording") { Description = "An App.depgraph.json." };
        var output = new Option<string>("--output", "-o") { Description = "The lock file.", DefaultValueFactory = _ => LockFile.FileName };
        var command = new Command("lock", "Writes the lock file that later builds are compared with.") { recording, output };
        command.SetAction(parsed => Run(parsed.GetValue(recording)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string recording, string output)
    {
        var graph = GraphJsonReader.ReadFile(recording);
        if (graph.Run.IsPartial)
            throw new DepGraphException(Codes.InvalidInput, $"{OneLine.Of(recording)} is of a run that ended before it was ready: a lock file of it would miss what comes later. Record a whole startup.");
        OutputFile.Write(output, LockFileJson.Write(LockFile.Of(graph)));
        Console.WriteLine($"{OneLine.Of(output)}: {graph.Nodes.Count} assemblies");
        return ExitCodes.Done;
    }
}
