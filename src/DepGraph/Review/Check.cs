using System.Globalization;
using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Review;

/// <summary>What a build says about a startup: the differences to the committed lock file and the budgets, each with its code.</summary>
public static class Check
{
    private const string Accept = "To accept it: dotnet build -t:DepGraphLock.";

    /// <summary>Compares a recording with its lock file and its budgets.</summary>
    /// <param name="graph">The recording. Of one that ended before ready only what is there is judged, not what is missing.</param>
    /// <param name="lockFile">The committed lock file, or null when there is none.</param>
    /// <param name="budgets">What startup may take.</param>
    /// <returns>DG0101 to DG0107, in this order; empty when nothing is to be said.</returns>
    public static IReadOnlyList<Finding> Findings(LoadGraph graph, LockFile? lockFile, Budgets budgets)
    {
        var findings = new List<Finding>();
        var now = lockFile is not null || budgets.Rules.Count > 0 ? Snapshot.Of(graph) : null;
        if (lockFile is not null)
            findings.AddRange(Differences(now!, lockFile));
        var assemblies = graph.Nodes.Count;
        if (budgets.MaxAssemblies is { } most && assemblies > most)
            findings.Insert(findings.TakeWhile(finding => string.CompareOrdinal(finding.Code, Codes.BudgetExceeded) < 0).Count(), new(Codes.BudgetExceeded,
                $"Startup loads {assemblies} assemblies, {assemblies - most} more than DepGraphMaxAssemblies={most} allows. `depgraph why` says who " +
                    $"needs one."));
        if (budgets.Rules.Count > 0)
            findings.AddRange(LoadRules.Findings(now!, budgets.Rules));
        return findings;
    }

    /// <summary>What is only said, never warned of: a time differs from machine to machine and from run to run.</summary>
    /// <param name="graph">The recording; of one that ended before ready no time is known.</param>
    /// <param name="budgets">What startup may take.</param>
    /// <returns>DG0104 where the time budget is exceeded, else nothing.</returns>
    public static IReadOnlyList<Finding> Advice(LoadGraph graph, Budgets budgets) =>
        budgets.MaxReadyMs is { } most && !graph.Run.IsPartial && graph.Run.ReadyMs > most
            ? [new(Codes.BudgetExceeded, string.Create(CultureInfo.InvariantCulture,
                $"Startup took {Milliseconds.Of(graph.Run.ReadyMs)} until ready, {Milliseconds.Of(graph.Run.ReadyMs - most)} more than " +
                    $"DepGraphMaxReadyMs={most} allows. A time fails no build: it differs from machine to machine."))]
            : [];

    /// <summary>True for what comes of the lock file, which a report with changes shows anyway.</summary>
    public static bool IsDifference(Finding finding) =>
        finding.Code is Codes.NewStartupAssembly or Codes.NewCycle or Codes.AssemblyLeft or Codes.LoadOrderChanged;

    private static IEnumerable<Finding> Differences(Snapshot now, LockFile lockFile)
    {
        var diff = Comparison.Between(Snapshot.Of(lockFile), now);
        var say = Sentences.Plain;
        foreach (var added in diff.Added)
            yield return new(Codes.NewStartupAssembly, $"{say.Of(added, now)}. {Accept}")
            {
                Source = now.Node(added.Id)?.Source,
                Line = LineOf(added.Id, now),
            };
        foreach (var cycle in diff.NewCycles)
        {
            var source = cycle.ClosedWith.Select(edge => edge.Source).FirstOrDefault(source => source is not null);
            yield return new(Codes.NewCycle, $"{say.Of(cycle, now)}. {Accept}") { Source = source, Line = LineAt(source, now) };
        }

        if (now.Recording is { Run.IsPartial: true })
            yield break;
        foreach (var id in diff.Removed)
            yield return new(Codes.AssemblyLeft, $"{say.OfRemoved(id)}. {Accept}");
        if (diff.Added.Count + diff.Removed.Count + diff.NewCycles.Count > 0)
            yield break; // the order differs as a consequence: not worth a second code
        if (diff.Order is { } order)
            yield return new(Codes.LoadOrderChanged, $"{say.Of(order)}. {Accept}");
        else if (diff.Requesters.Count > 0)
            yield return new(Codes.LoadOrderChanged,
                $"{say.Of(diff.Requesters[0])}{(diff.Requesters.Count > 1 ? $"; so are {diff.Requesters.Count - 1} more by others" : "")}. {Accept}")
            {
                Source = now.Node(diff.Requesters[0].Id)?.Source,
                Line = LineOf(diff.Requesters[0].Id, now),
            };
    }

    /// <summary>The line that has an assembly loaded: of a library's and the app's that of the library, which is nearer.</summary>
    internal static LineCost? LineOf(string id, Snapshot now) => now.Node(id) is { } node
        ? now.Recording!.LineCosts.Where(line => line.Loads.Contains(node.Order)).MinBy(line => line.Ms) : null;

    /// <summary>A place on this machine, as it can stand in a report; null where no line of the recording is there.</summary>
    private static LineCost? LineAt(SourcePlace? place, Snapshot now) => place is null ? null : now.Recording?.LineCosts.FirstOrDefault(
        line => line.Line == place.Line && place.File.Replace('\\', '/').EndsWith("/" + line.File, StringComparison.Ordinal));
}
