using System.CommandLine;

namespace DepGraph.Tool;

/// <summary>The argument that names a recording.</summary>
internal static class RecordingArgument
{
    public static Argument<string> Create() => new("recording") { Description = "A recording: <App>.depgraph.json." };
}
