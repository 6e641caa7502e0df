using DepGraph.Graph;
using DepGraph.Reports.Drawing;
using DepGraph.Review;

namespace DepGraph.Reports.Content;

/// <summary>What the user can choose about the reports.</summary>
public sealed record ReportOptions
{
    /// <summary>Which formats to write, names of <see cref="ReportSet.Formats"/>; null: all.</summary>
    public IReadOnlyCollection<string>? Formats { get; init; }

    /// <summary>Draws each assembly of the shared frameworks instead of one node per framework.</summary>
    public bool ShowFramework { get; init; }

    /// <summary>How long Graphviz may take for one drawing.</summary>
    public TimeSpan GraphvizTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the page and the Markdown compare with; null: nothing.</summary>
    public LockFile? LockFile { get; init; }

    /// <summary>What there is to say about the graph beyond <see cref="Graph.Run.Findings"/>, for the page and the Markdown.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Takes a list of formats apart, separated by commas or semicolons as in MSBuild; null stays null.</summary>
    public static IReadOnlyCollection<string>? ParseFormats(string? list) =>
        list?.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
