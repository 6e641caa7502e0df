using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Reports.PlainText;

/// <summary>The static constructors and module initializers of a startup as a table of plain lines.</summary>
public static class InitializersText
{
    /// <summary>In the order in which they ran; those of the processes it started behind its own.</summary>
    public static IEnumerable<string> Lines(LoadGraph graph)
    {
        var initializers = graph.Initializers;
        yield return $"{initializers.Count} initializer{(initializers.Count == 1 ? "" : "s")} of {OneLine.Of(graph.App)} before ready, " +
            $"{Milliseconds.Of(initializers.Sum(one => one.OwnMs))} together";
        if (initializers.Count > 0)
            yield return $"{"at",10} {"ms",10} {"own ms",10}  initializer, and what first touched it";
        foreach (var one in initializers)
        {
            yield return $"{Milliseconds.Number(one.AtMs),10} {Milliseconds.Number(one.Ms),10} {Milliseconds.Number(one.OwnMs),10}  {OneLine.Of(one.Method)}" +
                (one.TouchedBy.Count > 0 ? $" < {OneLine.Of(string.Join(" < ", one.TouchedBy.Take(2)))}" : "");
        }

        foreach (var line in graph.Children.SelectMany(child => Lines(child).Prepend("")))
            yield return line;
    }
}
