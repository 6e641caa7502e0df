using System.CommandLine;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph lock</c>: what is stable of a recording, as the file to commit.</summary>
internal static class LockCommand
{
    public static Command Create()
    {
        var recording = RecordingArgument.Create();
        var output = new Option<string>("--output", "-o") { Description = "The lock file.", DefaultValueFactory = _ => LockFile.FileName };
        var command = new Command("lock", "Writes the lock file that later builds are compared with.") { recording, output };
        command.SetAction(parsed => Run(parsed.GetValue(recording)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string recording, string output)
    {
        AcceptedStartup.Write(GraphJsonReader.ReadFile(recording), recording, output);
        return ExitCodes.Done;
    }
}
