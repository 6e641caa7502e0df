using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>Compares two snapshots of one app.</summary>
public static class Comparison
{
    public static Diff Between(Snapshot old, Snapshot now)
    {
        var (before, after) = (old.Lock, now.Lock);
        var both = after.Assemblies.Keys.Where(before.Assemblies.ContainsKey).ToArray();
        return new Diff
        {
            App = after.App,
            Added = AddedAssemblies(before, now),
            Removed = before.Assemblies.Keys.Where(id => !after.Assemblies.ContainsKey(id)).Order(StringComparer.Ordinal).ToArray(),
            Versions = both.Where(id => before.Assemblies[id] != after.Assemblies[id])
                .Select(id => new VersionChange(id, before.Assemblies[id], after.Assemblies[id])).ToArray(),
            NewCycles = [.. Without(after.Cycles, before.Cycles).Select(cycle => new NewCycle(cycle, ClosingEdges.Of(cycle, old, now)))],
            GoneCycles = Without(before.Cycles, after.Cycles),
            Requesters = both.Where(id => old.RequesterOf(id) != now.RequesterOf(id))
                .Select(id => new RequesterChange(id, old.RequesterOf(id) ?? "", now.RequesterOf(id) ?? "")).ToArray(),
            Order = OrderOf(before.Steps, after.Steps),
            Time = TimeOf(old.Recording?.Run, now.Recording?.Run),
        };
    }

    /// <summary>New assemblies by the new assembly whose load began it: one line of the user's code brings one of them.</summary>
    private static AddedAssembly[] AddedAssemblies(LockFile before, Snapshot now)
    {
        return ByCause(now, now.Lock.Assemblies.Keys.Where(id => !before.Assemblies.ContainsKey(id)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Some of the loaded assemblies, by the one of them whose load began it.</summary>
    internal static AddedAssembly[] ByCause(Snapshot now, IReadOnlySet<string> ids)
    {
        return ids.GroupBy(id => now.PathTo(id).First(ids.Contains))
            .OrderBy(group => now.Node(group.Key)?.Order ?? 0).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => AddedAssembly(now, group.Key, group.ToArray()))
            .ToArray();
    }

    private static AddedAssembly AddedAssembly(Snapshot now, string id, string[] all)
    {
        var nodes = all.Select(now.Node).OfType<Node>().ToArray();
        return new AddedAssembly(
            id, now.Lock.Assemblies[id], now.RequesterOf(id),
            all.Where(brought => brought != id).Order(StringComparer.Ordinal).ToArray(),
            now.Node(id)?.Cause ?? [],
            nodes.Sum(node => node.CostMs) is > 0 and var cost ? cost : null,
            nodes.Any(node => node.SpreadMs is not null) ? nodes.Sum(node => node.SpreadMs ?? 0) : null);
    }

    private static IReadOnlyList<string>[] Without(IReadOnlyList<IReadOnlyList<string>> cycles, IReadOnlyList<IReadOnlyList<string>> known) =>
        cycles.Where(cycle => !known.Any(cycle.SequenceEqual)).ToArray();

    private static OrderChange? OrderOf(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (had, has) = (before.ToHashSet(), after.ToHashSet());
        var expected = before.Where(has.Contains).Distinct().ToArray(); // a merged lock file may say a thing twice
        var found = after.Where(had.Contains).Distinct().ToArray();
        var at = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == found.Length ? null : new OrderChange(after.ToList().IndexOf(found[at]) + 1, expected[at], found[at], Moved(expected, found));
    }

    /// <summary>All but a longest increasing subsequence (patience sorting).</summary>
    private static string[] Moved(string[] expected, string[] found)
    {
        var place = expected.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        var (tops, before) = (new List<int>(), new int[found.Length]);
        for (var i = 0; i < found.Length; i++)
        {
            var pile = tops.BinarySearch(i, Comparer<int>.Create((a, b) => place[found[a]] - place[found[b]]));
            if (pile < 0)
                pile = ~pile;
            before[i] = pile > 0 ? tops[pile - 1] : -1;
            if (pile == tops.Count)
                tops.Add(i);
            else
                tops[pile] = i;
        }

        var stay = new HashSet<string>();
        for (var i = tops[^1]; i >= 0; i = before[i])
            stay.Add(found[i]);
        return found.Where(name => !stay.Contains(name)).Order(StringComparer.Ordinal).ToArray();
    }

    private static TimeChange? TimeOf(Run? before, Run? after) =>
        before is { ReadyMs: > 0 } && after is { ReadyMs: > 0 }
            ? new TimeChange(before.ReadyMs, after.ReadyMs, before.ReadySpreadMs, after.ReadySpreadMs)
            : null;
}
