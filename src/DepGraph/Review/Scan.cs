using System.Text.RegularExpressions;
using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>Assemblies that one method has loaded by reflection: it reads their types or attributes, or those of what refers to them.</summary>
/// <param name="Frame">The method, without its line.</param>
/// <param name="Loaded">Indexes of all it has loaded, in load order.</param>
/// <param name="OnlyLookedAt">Those of which no code was seen to run before ready.</param>
public sealed partial record Scan(string Frame, IReadOnlyList<int> Loaded, IReadOnlyList<int> OnlyLookedAt)
{
    private const int Fewest = 3;

    /// <summary>The scans of a startup that load at least three assemblies only to look at them; in the order of their first load.</summary>
    public static IReadOnlyList<Scan> Find(LoadGraph graph) =>
    [
        .. graph.Nodes.Select(node => (node.Order, Scanner: ScannerOf(node.Cause))).Where(load => load.Scanner is not null)
            .GroupBy(load => load.Scanner!, load => load.Order)
            .Select(scan => new Scan(scan.Key, [.. scan], [.. scan.Where(node => graph.Nodes[node].RunMs == 0)]))
            .Where(scan => scan.OnlyLookedAt.Count >= Fewest),
    ];

    /// <summary>Who called into the core library's reflection, where that is what loaded it; else null.</summary>
    private static string? ScannerOf(IReadOnlyList<string> cause)
    {
        var frames = cause.Select(FrameText.WithoutCompiling).ToList();
        var caller = frames.FindIndex(frame => FrameText.AssemblyOf(frame) != "System.Private.CoreLib");
        return caller > 0 && frames.Take(caller).Any(frame => Reflects().IsMatch(frame)) ? frames[caller].Split(" (")[0] : null;
    }

    [GeneratedRegex(
        @"!System\.(Reflection\.(Assembly|RuntimeAssembly|RuntimeModule|CustomAttribute|RuntimeCustomAttributeData)|Runtime\.Loader\.AssemblyLoadContext)\.",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reflects();
}
