using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>A startup that the user calls right: its lock file.</summary>
internal static class AcceptedStartup
{
    /// <summary>Why a run that is not whole cannot be accepted.</summary>
    public static string Refusal(string source) =>
        $"{OneLine.Of(source)} is of a run that ended before it was ready: a lock file of it would miss what comes later. Record a whole startup.";

    /// <param name="graph">The recording.</param>
    /// <param name="source">What it was read from or is of, for the message.</param>
    /// <param name="path">The lock file to write.</param>
    /// <exception cref="DepGraphException">DG0013: the run was not whole. DG0011: the file cannot be written.</exception>
    public static LockFile Write(LoadGraph graph, string source, string path)
    {
        if (graph.Run.IsPartial)
            throw new DepGraphException(Codes.InvalidInput, Refusal(source));
        var accepted = LockFile.Of(graph);
        OutputFile.Write(path, LockFileJson.Write(accepted));
        Console.WriteLine($"{OneLine.Of(path)}: {graph.Nodes.Count} assemblies");
        return accepted;
    }
}
