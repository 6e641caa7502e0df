using System.Text.RegularExpressions;
using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>Assemblies that the methods of one assembly have loaded by reflection to read their types or attributes.</summary>
/// <param name="Frame">The method that loaded most of them, without its line.</param>
/// <param name="Loaded">Indexes of all that were loaded, in load order.</param>
/// <param name="OnlyLookedAt">Those of which no code was seen to run before ready.</param>
public sealed partial record Scan(string Frame, IReadOnlyList<int> Loaded, IReadOnlyList<int> OnlyLookedAt)
{
    private const int Fewest = 3;
    private const string CoreLib = "System.Private.CoreLib";

    /// <summary>The scans of a startup that load at least three assemblies only to look at them; in the order of their first load.</summary>
    public static IReadOnlyList<Scan> Find(LoadGraph graph)
    {
        var origins = graph.Nodes.ToLookup(node => node.Name, node => (node.Origin, node.Framework));
        var runtime = origins[CoreLib].FirstOrDefault().Framework;
        return
        [
            .. graph.Nodes.Select(node => (node.Order, Scanner: ScannerOf(node.Cause, IsOfTheRuntime))).Where(load => load.Scanner is not null)
                .GroupBy(load => FrameText.AssemblyOf(load.Scanner!))
                .Select(scan => new Scan(scan.GroupBy(load => load.Scanner!).MaxBy(frame => frame.Count())!.Key,
                    [.. scan.Select(load => load.Order)],
                    [.. scan.Select(load => load.Order).Where(node => graph.Nodes[node].RunMs == 0)]))
                .Where(scan => scan.OnlyLookedAt.Count >= Fewest),
        ];

        bool IsOfTheRuntime(string frame) =>
            runtime is not null && origins[FrameText.AssemblyOf(frame)].Any(node => node.Origin == Origin.Framework && node.Framework == runtime);
    }

    /// <summary>
    /// Who called into the core library's reflection, where that is what loaded it: on behalf of its own caller where it is the runtime's own (LINQ calls back).
    /// Null where reflection did not.
    /// </summary>
    private static string? ScannerOf(IReadOnlyList<string> cause, Func<string, bool> isOfTheRuntime)
    {
        var frames = cause.Select(FrameText.WithoutCompiling).ToList();
        var caller = frames.FindIndex(frame => FrameText.AssemblyOf(frame) != CoreLib);
        if (caller <= 0 || !frames.Take(caller).Any(frame => Reflects().IsMatch(frame)))
            return null;
        return (frames.Skip(caller).FirstOrDefault(frame => !isOfTheRuntime(frame)) ?? frames[caller]).Split(" (")[0];
    }

    [GeneratedRegex(
        @"!System\.(Reflection\.(Assembly|RuntimeAssembly|RuntimeModule|CustomAttribute|RuntimeCustomAttributeData)|Runtime\.Loader\.AssemblyLoadContext)\.",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reflects();
}
