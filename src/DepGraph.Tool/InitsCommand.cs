using System.CommandLine;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;

namespace DepGraph.Tool;

/// <summary><c>depgraph inits</c>: the static constructors and module initializers that ran before ready.</summary>
internal static class InitsCommand
{
    public static Command Create()
    {
        var recording = RecordingArgument.Create();
        var command = new Command("inits",
            "Shows the static constructors and module initializers that ran before ready: what each took, and who touched it first.")
            { recording };
        command.SetAction(parsed =>
        {
            foreach (var line in InitializersText.Lines(GraphJsonReader.ReadFile(parsed.GetValue(recording)!)))
                Console.WriteLine(line);
            return ExitCodes.Done;
        });
        return command;
    }
}
