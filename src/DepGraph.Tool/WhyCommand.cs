using System.CommandLine;
using DepGraph.Reports.Json;
using DepGraph.Reports.PlainText;

namespace DepGraph.Tool;

/// <summary><c>depgraph why</c>: why startup loads an assembly.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var recording = RecordingArgument.Create();
        var assembly = new Argument<string>("assembly") { Description = "Its simple name; upper and lower case do not matter." };
        var command = new Command("why", "Shows why startup loads an assembly: the shortest path from the app to it, and who requested it.")
            { recording, assembly };
        command.SetAction(parsed =>
        {
            foreach (var line in WhyText.Lines(GraphJsonReader.ReadFile(parsed.GetValue(recording)!), parsed.GetValue(assembly)!))
                Console.WriteLine(line);
            return ExitCodes.Done;
        });
        return command;
    }
}
