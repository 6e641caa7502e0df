using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Review;

/// <summary>
/// Judges a startup by rules about what it may load: one finding a cause, with its frames and its line, and one for a rule that guards nothing.
/// </summary>
internal static class LoadRules
{
    private const string CoreLibrary = "System.Private.CoreLib";

    /// <summary>DG0106, in the order of the rules and of the loads, then DG0107. What was made in memory is not judged: its name is a matter of luck.</summary>
    public static IEnumerable<Finding> Findings(Snapshot now, IReadOnlyList<LoadRule> rules)
    {
        var graph = now.Recording!;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(rule => rule.Kind == LoadRuleKind.Lazy))
        {
            foreach (var finding in Of(now, node => rule.Covers(node.Name) && told.Add(node.Id), $"It must stay lazy{Reason(rule)} ({rule.Name})"))
                yield return finding;
        }

        if (rules.Where(rule => rule.Kind == LoadRuleKind.Only).ToList() is { Count: > 0 } only)
        {
            var reason = only.Select(Reason).FirstOrDefault(reason => reason.Length > 0) ?? "";
            foreach (var finding in Of(now, node => !IsEverywhere(node) && !only.Exists(rule => rule.Covers(node.Name)),
                $"Only {Sentences.Plain.Names(only.ConvertAll(rule => rule.Pattern))} may be loaded{reason} (DepGraphOnly)"))
                yield return finding;
        }

        foreach (var rule in graph.AlsoShipped.Count == 0 ? [] : rules.Where(rule => !Shipped(graph).Any(rule.Covers)))
            yield return new Finding(Codes.RuleWithoutAssembly, $"{rule.Name} {OneLine.Of(rule.Pattern)} guards nothing: no assembly of that name is " +
                $"shipped with {OneLine.Of(graph.App)} or its shared frameworks.{Similar(graph, rule)}");
    }

    private static IEnumerable<Finding> Of(Snapshot now, Func<Node, bool> isForbidden, string rule)
    {
        var forbidden = now.Recording!.Nodes
            .Where(node => node.Order != now.Recording.Root && now.Lock.Assemblies.ContainsKey(node.Id) && isForbidden(node))
            .Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        return Comparison.ByCause(now, forbidden).Select(cause => new Finding(Codes.ForbiddenLoad, $"{Sentences.Plain.Of(cause, now, "loads")}. {rule}.")
        {
            Source = now.Node(cause.Id)?.Source,
            Line = Check.LineOf(cause.Id, now),
        });
    }

    /// <summary>True for what no app can do without: the core library, and what only forwards to it.</summary>
    private static bool IsEverywhere(Node node) => node.Name == CoreLibrary || node.IsFacade;

    private static IEnumerable<string> Shipped(LoadGraph graph) =>
        graph.Nodes.Select(node => node.Name).Concat(graph.AlsoShipped).Concat(graph.NotLoaded.Select(reference => reference.Name));

    private static string Reason(LoadRule rule) => rule.Because.Length > 0 ? $": {OneLine.Of(rule.Because.TrimEnd('.'))}" : "";

    private static string Similar(LoadGraph graph, LoadRule rule)
    {
        var similar = SimilarNames.Find(Shipped(graph), rule.Pattern.Replace("*", "", StringComparison.Ordinal));
        return similar.Count == 0 ? "" : $" Similar: {Sentences.Plain.Names(similar)}.";
    }
}
