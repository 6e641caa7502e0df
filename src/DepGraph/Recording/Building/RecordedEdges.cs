using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>Collects the edges of a recording: first what was asked for, in that order, then what only metadata says.</summary>
internal sealed class RecordedEdges(StartupEvents startup, NodeIndex index, Causes causes)
{
    private static readonly Cause NoCause = new([], null);
    private readonly Requesters _requesters = new(startup, index);
    private readonly Dictionary<int, int> _loadOfBind = Enumerable.Range(0, startup.Loads.Count).Where(i => startup.Loads[i].Bind >= 0)
        .ToDictionary(i => startup.Loads[i].Bind);
    private readonly List<Edge> _edges = [];
    private readonly Dictionary<(int From, int To), int> _positions = [];

    public IReadOnlyList<Edge> Edges => _edges;

    /// <summary>
    /// The startup thread's requests in their order, then those of all other threads: how threads interleave differs from run to run, and the load sequence
    /// must not.
    /// </summary>
    public void AddRequests()
    {
        var requests = startup.Binds.Select(Request).Concat(startup.Loads.Select(LoadWithoutRequest)).OfType<Requested>();
        foreach (var request in requests.OrderByDescending(r => r.IsOnStartupThread).ThenBy(r => r.AtMs))
            Add(request.From, request.To, request.Evidence, request.Cause);
    }

    /// <summary>Tells which requests for what was there already were only lookups.</summary>
    public void MarkLookups(Func<Edge, bool> isLookup)
    {
        for (var i = 0; i < _edges.Count; i++)
        {
            if (_edges[i] is { Evidence: Evidence.Bind } edge && isLookup(edge))
                _edges[i] = edge with { Evidence = Evidence.Lookup };
        }
    }

    public void AddReference(int from, int to) => Add(from, to, Evidence.Reference, () => NoCause);

    /// <summary>Requests that found nothing, once per name and requester, in the order in which they were made.</summary>
    public IReadOnlyList<FailedBind> FailedBinds()
    {
        return [.. Enumerable.Range(0, startup.Binds.Count)
            .Where(i => startup.Binds[i].ResultName.Length == 0 && !_loadOfBind.ContainsKey(i) && !IsOnBehalfOfOuter(startup.Binds[i]))
            .Select(i => new FailedBind(Asked(startup.Binds[i]), _requesters.Of(i), causes.Of(startup.Binds[i]).Frames))
            .DistinctBy(f => (f.Name, f.Requester))];
    }

    private Requested? Request(BindRequest bind, int i)
    {
        var isLoad = _loadOfBind.TryGetValue(i, out var target);
        if (!isLoad && (bind.ResultName.Length == 0 || IsOnBehalfOfOuter(bind) || IsForManifest(bind)))
            return null;
        if (!isLoad)
            target = index.Find(bind.ResultName, bind.Context);
        return new Requested(_requesters.Of(i), target, isLoad ? Evidence.Load : Evidence.Bind, bind.StartMs, bind.IsOnStartupThread, () => causes.Of(bind));
    }

    private Requested? LoadWithoutRequest(LoadedAssembly load, int i) =>
        load.Bind >= 0 ? null : new Requested(_requesters.OfLoad(load), i, Evidence.Load, load.AtMs, load.IsOnStartupThread, () => causes.Of(load));

    private static string Asked(BindRequest bind) => NodeIndex.NameWithCulture(bind.Name);

    /// <summary>A resolve handler asks again for what its caller asked for: the caller is the one that needs it.</summary>
    private bool IsOnBehalfOfOuter(BindRequest bind)
    {
        if (bind.Outer < 0)
            return false;
        var outer = startup.Binds[bind.Outer];
        return AssemblyNames.Simple(outer.Name)
            .Equals(AssemblyNames.Simple(bind.ResultName.Length > 0 ? bind.ResultName : bind.Name), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Only an EventSource that is listened to writes its manifest: nobody asks for this without the recording.</summary>
    private static bool IsForManifest(BindRequest bind) =>
        bind.Stack.Any(f =>
            f.Text.Equals("System.Private.CoreLib!System.Diagnostics.Tracing.EventSource.CreateManifestAndDescriptors", StringComparison.Ordinal));

    private void Add(int from, int to, Evidence evidence, Func<Cause> cause)
    {
        if (from < 0 || to < 0 || from == to)
            return;
        if (!_positions.TryGetValue((from, to), out var position))
        {
            _positions[(from, to)] = _edges.Count;
            _edges.Add(NewEdge());
        }
        else if (evidence < _edges[position].Evidence)
        {
            _edges[position] = NewEdge();
        }

        Edge NewEdge()
        {
            var (frames, source) = cause();
            return new Edge(from, to, evidence, frames) { Source = source };
        }
    }

    private sealed record Requested(int From, int To, Evidence Evidence, double AtMs, bool IsOnStartupThread, Func<Cause> Cause);
}
