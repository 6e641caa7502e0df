using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// Finds for each load the requests that led to it. A load by path lies inside its request; a plain reference's request ends first and the load follows on
/// the same thread. Where requests for the same assembly are nested (a resolve handler, a context that hands on to another), the outermost is the one that
/// asked and the innermost the one that found.
/// </summary>
internal static class BindPairing
{
    /// <param name="loads">In time order.</param>
    /// <param name="binds">In order of their start.</param>
    /// <returns>For each load indexes into <paramref name="binds"/>, or <see cref="BindPair.None"/>.</returns>
    public static BindPair[] Pair(IReadOnlyList<TraceLoad> loads, IReadOnlyList<TraceBind> binds)
    {
        var byTarget = Enumerable.Range(0, binds.Count).Where(b => binds[b].Succeeded || binds[b].End == 0).ToLookup(b => (binds[b].Thread, Target(binds[b])));
        var pairs = new BindPair[loads.Count];
        var taken = new HashSet<int>();
        for (var i = 0; i < loads.Count; i++)
        {
            var load = loads[i];
            var begun = byTarget[(load.Thread, AssemblyNames.Simple(load.FullName))].Where(b => !taken.Contains(b) && binds[b].Start <= load.Ticks).ToList();
            pairs[i] = Around(begun, binds, load.Ticks) ?? Before(begun, binds) ?? BindPair.None;
            taken.UnionWith([pairs[i].Asked, pairs[i].Found]);
        }

        return pairs;
    }

    private static BindPair? Around(List<int> begun, IReadOnlyList<TraceBind> binds, long ticks)
    {
        var open = begun.FindAll(b => binds[b].End == 0 || binds[b].End >= ticks);
        return open.Count == 0 ? null : new BindPair(open[0], open[^1]);
    }

    private static BindPair? Before(List<int> ended, IReadOnlyList<TraceBind> binds) =>
        ended.Count == 0 ? null : new BindPair(ended.Find(b => binds[b].End >= binds[ended[^1]].End), ended[^1]);

    private static string Target(TraceBind bind)
    {
        if (bind.ResultName.Length > 0)
            return AssemblyNames.Simple(bind.ResultName);
        return bind.Name.Length > 0 ? AssemblyNames.Simple(bind.Name) : Path.GetFileNameWithoutExtension(bind.Path);
    }
}

/// <summary>The requests behind a load.</summary>
/// <param name="Asked">The outermost: who made it needs the assembly.</param>
/// <param name="Found">The innermost: the assembly is in its context.</param>
internal readonly record struct BindPair(int Asked, int Found)
{
    public static BindPair None { get; } = new(-1, -1);
}
