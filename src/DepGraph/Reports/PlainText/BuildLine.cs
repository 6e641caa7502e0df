using System.Globalization;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.PlainText;

/// <summary>The one line a build says after it recorded: what was started, when it was ready, what changed, and where its page is.</summary>
public static class BuildLine
{
    private const int MostNames = 3;

    /// <summary>The line. It ends with the page as terminals make it clickable, after the last <c>": "</c>.</summary>
    /// <param name="graph">The recording.</param>
    /// <param name="last">The recording before it, or null when there is none.</param>
    /// <param name="page">Full path of the page, or of the folder of the reports when there is no page.</param>
    /// <param name="isFirst">The first recording in a project says that the app was started and how to switch that off.</param>
    public static string Of(LoadGraph graph, LoadGraph? last, string page, bool isFirst)
    {
        var app = OneLine.Of(graph.App);
        var what = isFirst ? $"started {app} to record its startup (DepGraph=false in the project switches this off):" : app;
        var counts =
            string.Create(CultureInfo.InvariantCulture, $"{OutcomeText.Of(graph.Run.Outcome)} after {Milliseconds.Of(graph.Run.ReadyMs)}, {Assemblies(graph)}");
        return $"DepGraph: {what} {counts}{Changes(graph, last)}: {Clickable(page)}";
    }

    /// <summary>What a build says that accepts a recording it did not have to make again; it ends with the lock file.</summary>
    public static string OfAccepted(LoadGraph graph, string lockFile) =>
        $"DepGraph: accepted the startup of {OneLine.Of(graph.App)}, {Assemblies(graph)}: {Clickable(lockFile)}";

    /// <summary>A path as it is where a terminal takes it for one; else its address, in which a space is no end.</summary>
    public static string Clickable(string path)
    {
        var isPlain = path.Skip(Path.GetPathRoot(path)!.Length).All(c => char.IsLetterOrDigit(c) || "/\\._-+@~=".Contains(c, StringComparison.Ordinal));
        return isPlain ? path : new Uri(path).AbsoluteUri;
    }

    private static string Assemblies(LoadGraph graph) => graph.Nodes.Count is var count && count == 1 ? "1 assembly" : $"{count} assemblies";

    /// <summary>What ended too early lacks what comes later: no change.</summary>
    private static string Changes(LoadGraph graph, LoadGraph? last)
    {
        if (last is null || last.App != graph.App || last.Run.IsPartial || graph.Run.IsPartial)
            return "";
        var diff = Comparison.Between(Snapshot.Of(last), Snapshot.Of(graph));
        var (added, removed) = (diff.AllAdded.ToList(), diff.Removed);
        var rest = diff with { Added = [], Removed = [] };
        // The order differs as a consequence.
        if (added.Count + removed.Count > 0)
            rest = rest with { Requesters = [], Order = null };
        string[] parts =
        [
            added.Count == 0 ? "" : $"new: {Names(added)}{Cost(diff)}",
            removed.Count == 0 ? "" : $"gone: {Names(removed)}",
            Sentences.Headline(rest),
        ];
        return string.Concat(parts.Where(part => part.Length > 0).Select(part => $"; {part}"));
    }

    private static string Cost(Diff diff) => diff.Added.Sum(added => added.CostMs) is > 0 and var cost ? $" ({Milliseconds.Of(cost)})" : "";

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(name => OneLine.Of(name))) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
}
