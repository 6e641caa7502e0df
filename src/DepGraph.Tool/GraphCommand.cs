using System.CommandLine;
using DepGraph.Reports.PlainText;
using DepGraph.Types;

namespace DepGraph.Tool;

/// <summary><c>depgraph graph</c>: the namespaces or types of assemblies from their metadata, their cycles and what breaks them.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var assemblies = new Argument<string[]>("assemblies") { Description = "Assemblies of your own: App.dll.", Arity = ArgumentArity.OneOrMore };
        var grain = new Option<Grain>("--grain") { Description = "What the nodes are: namespace or type." };
        var sequence = new Option<bool>("--sequence") { Description = "Also list them leaves first, cycles merged." };
        var command = new Command("graph",
            "Shows which namespaces or types of built assemblies need each other in cycles, and what to cut; from metadata alone, nothing runs.")
            { assemblies, grain, sequence };
        command.SetAction(parsed =>
        {
            var graph = TypeGraph.Read(parsed.GetValue(assemblies)!, parsed.GetValue(grain));
            foreach (var line in TypeGraphText.Lines(graph, parsed.GetValue(grain), parsed.GetValue(sequence)))
                Console.WriteLine(line);
            return ExitCodes.Done;
        });
        return command;
    }
}
