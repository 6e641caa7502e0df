using DepGraph.Reports.Content;

namespace DepGraph.Reports;

/// <summary>One format users can ask for.</summary>
/// <param name="Name">What stands in <c>--formats</c> and <c>DepGraphFormats</c>.</param>
/// <param name="Files">What it writes.</param>
internal sealed record ReportFormat(string Name, params ReportFile[] Files);

/// <summary>One output file.</summary>
/// <param name="Suffix">What follows the app's name: <c>.depgraph.json</c>.</param>
/// <param name="Write">Makes the file's bytes; null when there can be none this time, which it has said in the source's warnings or notes.</param>
internal sealed record ReportFile(string Suffix, Func<ReportSource, byte[]?> Write)
{
    /// <summary>The next build reads it, and must not take it for something new.</summary>
    public bool IsInputOfBuild { get; init; }
}
