using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>One side of a comparison: what is stable, and the whole recording where there is one.</summary>
public sealed class Snapshot
{
    private readonly Dictionary<string, string> _loader = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);

    private Snapshot(LockFile lockFile, LoadGraph? recording)
    {
        (Lock, Recording) = (lockFile, recording);
        foreach (var (from, targets) in lockFile.Loads)
            foreach (var to in targets)
                _loader.TryAdd(to, from);
        foreach (var node in recording?.Nodes ?? [])
            _nodes.TryAdd(node.Id, node);
    }

    /// <summary>What is stable.</summary>
    public LockFile Lock { get; }

    /// <summary>Costs and frames; null when only a lock file was given.</summary>
    public LoadGraph? Recording { get; }

    public static Snapshot Of(LoadGraph recording) => new(LockFile.Of(recording), recording);

    /// <param name="recording">The recording.</param>
    /// <param name="sequence">Its load sequence, where that is known already.</param>
    public static Snapshot Of(LoadGraph recording, LoadSequence sequence) => new(LockFile.Of(recording, sequence), recording);

    public static Snapshot Of(LockFile lockFile) => new(lockFile, null);

    /// <summary>The recorded node of this id, or null.</summary>
    public Node? Node(string id) => _nodes.GetValueOrDefault(id);

    /// <summary>The assembly whose request loaded another, or null when unknown.</summary>
    public string? RequesterOf(string id) => _loader.GetValueOrDefault(id);

    /// <summary>The way by which an assembly was loaded: from the outermost known requester to the assembly itself.</summary>
    public IReadOnlyList<string> PathTo(string id)
    {
        var way = new List<string>();
        for (var at = id; at is not null && !way.Contains(at); at = RequesterOf(at))
            way.Add(at);
        way.Reverse();
        return way;
    }
}
