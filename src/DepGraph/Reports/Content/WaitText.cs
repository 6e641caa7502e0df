using System.Globalization;
using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Reports.Content;

/// <summary>Says in one line who waits: the own code first that does, then its callers.</summary>
public static class WaitText
{
    private const int MostFrames = 3;

    /// <summary>For example <c>Shop.Queue.Take &lt; Program.Main</c>; empty where nothing is known.</summary>
    public static string Frames(LoadGraph graph, Wait wait) =>
        OneLine.Of(string.Join(" < ", OwnFrames(graph, wait).Take(MostFrames).Select(frame => frame[(frame.IndexOf('!', StringComparison.Ordinal) + 1)..])));

    /// <summary>
    /// For example <c>, 2003 ms of it waiting in Shop.Queue.Take &lt; Program.Main</c>, to stand behind the time to ready; empty where startup did not wait.
    /// </summary>
    public static string OfReady(LoadGraph graph)
    {
        if (graph.Run.Waits is not [var longest, ..])
            return "";
        var frames = Frames(graph, longest);
        var inIt = frames.Length == 0 ? "" : graph.Run.Waits.Count == 1 ? $" in {frames}"
            : string.Create(CultureInfo.InvariantCulture, $", {Milliseconds.Of(longest.Ms)} of that in {frames}");
        return string.Create(CultureInfo.InvariantCulture, $", {Milliseconds.Of(graph.Run.WaitingMs)} of it waiting{inIt}");
    }

    /// <summary>The frames from the node that waits on outwards: what it called is left out.</summary>
    private static IEnumerable<string> OwnFrames(LoadGraph graph, Wait wait) => wait.Node < 0
        ? wait.Frames
        : wait.Frames.SkipWhile(frame => !frame.StartsWith(graph.Nodes[wait.Node].Name + "!", StringComparison.Ordinal));
}
