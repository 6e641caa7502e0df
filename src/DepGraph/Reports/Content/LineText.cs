using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Reports.Content;

/// <summary>Says in a few words what a line costs, the same in the editor, for a pull request and in the summary.</summary>
public static class LineText
{
    private const double LeastMs = 5;
    private const int LeastAssemblies = 3;

    /// <summary>True for what an editor shows too, where nothing else is set.</summary>
    public static bool IsWorthTelling(LineCost line) => line.Ms >= LeastMs || line.Loads.Count >= LeastAssemblies;

    /// <summary>For example <c>first use of Newtonsoft.Json here, 5 assemblies, 53.0 ms</c>.</summary>
    public static string Of(LoadGraph graph, LineCost line)
    {
        var own = line.Ms - line.CompileMs;
        if (Loaded(graph, line) is { } loaded)
            return $"{loaded}, {Milliseconds.Of(line.Ms)}";
        if (line.CompileMs > own)
            return $"{OneLine.Of(line.Member)} is compiled here, {Milliseconds.Of(line.Ms)}";
        if (line.Initializers is [var initializer, ..])
            return $"{OneLine.Of(InitializedBy(initializer))} is initialized here, {Milliseconds.Of(line.Ms)}";
        return line.MostlyIn < 0 || line.MostlyIn == line.Node
            ? $"runs here for {Milliseconds.Of(line.Ms)}"
            : $"runs {OneLine.Of(graph.Nodes[line.MostlyIn].Name)} here, {Milliseconds.Of(line.Ms)}";
    }

    /// <summary>
    /// By the name the reader knows: a package's or his own; what a framework loads for itself the line does not use. Null where nothing is loaded.
    /// </summary>
    private static string? Loaded(LoadGraph graph, LineCost line)
    {
        var loads = line.Loads.Select(load => graph.Nodes[load]).Where(node => node.Origin != Origin.Memory).ToList();
        if (loads.Find(node => node is { IsFacade: false, Origin: not Origin.Framework }) is { } own)
            return $"first use of {OneLine.Of(own.Name)} here, {Assemblies(line.Loads.Count)}";
        if ((loads.Find(node => !node.IsFacade) ?? loads.FirstOrDefault()) is not { } first)
            return null;
        return $"{OneLine.Of(first.Name)} {(line.Loads.Count == 1 ? "is" : $"and {line.Loads.Count - 1} more are")} loaded here";
    }

    private static string Assemblies(int count) => count == 1 ? "1 assembly" : $"{count} assemblies";

    /// <summary>The type as it stands in the source, or the assembly whose module initializer it is.</summary>
    private static string InitializedBy(string initializer)
    {
        var frame = initializer.EndsWith("..cctor", StringComparison.Ordinal) ? initializer[..^"..cctor".Length] : initializer;
        if (frame.EndsWith("!<Module>", StringComparison.Ordinal))
            return frame[..^"!<Module>".Length];
        var type = frame[(frame.IndexOf('!', StringComparison.Ordinal) + 1)..];
        var made = type.IndexOfAny(['`', '[']) is >= 0 and var generic ? type[..generic] : type;
        return made.IndexOf("+<", StringComparison.Ordinal) is > 0 and var inner ? made[..inner] : made;
    }
}
