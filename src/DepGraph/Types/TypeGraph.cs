using DepGraph.Graph;

namespace DepGraph.Types;

/// <summary>What the nodes of a graph of code are.</summary>
public enum Grain
{
    Namespace,
    Type,
}

/// <summary>
/// The types or namespaces of assemblies and who names whom, from metadata alone: as they are, not as they ran. A graph like that of assemblies: cycles, cuts
/// and sequence are found by the same code. All edges are references; a base type or an interface cannot go.
/// </summary>
public static class TypeGraph
{
    /// <summary>What stands for the namespace of types outside of all.</summary>
    public const string Global = "(global)";

    private const int MostFrames = 3;

    /// <param name="paths">Assemblies; the first one's entry point is the root. Uses of what is in none of them are left out.</param>
    /// <param name="grain">What the nodes are.</param>
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: one cannot be read.</exception>
    public static LoadGraph Read(IReadOnlyList<string> paths, Grain grain)
    {
        var all = new List<AssemblyCode>();
        try
        {
            all.AddRange(paths.Select(AssemblyCode.Open));
            var own = all.SelectMany(code => code.Types).ToHashSet(StringComparer.Ordinal);
            var nodes = own.Select(NodeOf).Distinct().Order(StringComparer.Ordinal).ToArray();
            var index = nodes.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i, StringComparer.Ordinal);
            var edges = new Edges();
            for (var i = 0; i < all.Count; i++)
            {
                var code = all[i];
                AssemblyCode.OrRefused(paths[i], () =>
                {
                    foreach (var use in code.Uses().Where(use => own.Contains(use.To) && NodeOf(use.From) != NodeOf(use.To)))
                        edges.Add(index[NodeOf(use.From)], index[NodeOf(use.To)], use, code);
                    return 0;
                });
            }

            var entry = all.Select(code => code.EntryType).FirstOrDefault(type => type is not null);
            var root = entry is null ? -1 : index.GetValueOrDefault(NodeOf(entry), -1);
            return new LoadGraph(all.Count > 0 ? all[0].Name : "", root, new Run { Outcome = RunOutcome.Exited, ReadyMs = 0, UnattributedMs = 0 },
                [.. nodes.Select((name, i) => new Node { Id = name, Name = name, Origin = Origin.App, Order = i })], edges.All, [], [], []);
        }
        finally
        {
            all.ForEach(code => code.Dispose());
        }

        string NodeOf(string type) => grain == Grain.Type ? type : type.LastIndexOf('.') is > 0 and var dot ? type[..dot] : Global;
    }

    private sealed class Edges
    {
        private readonly Dictionary<(int From, int To), int> _positions = [];

        public List<Edge> All { get; } = [];

        public void Add(int from, int to, Use use, AssemblyCode code)
        {
            if (!_positions.TryGetValue((from, to), out var position))
            {
                _positions[(from, to)] = All.Count;
                All.Add(new Edge(from, to, Evidence.Reference, [Frame(use, code, out var place)]) { Source = place, IsFixed = use.IsFixed });
                return;
            }

            var edge = All[position];
            edge = edge with { Places = edge.Places + 1, IsFixed = edge.IsFixed || use.IsFixed };
            if (edge.Cause.Count < MostFrames && Frame(use, code, out var source) is var frame && !edge.Cause.Contains(frame))
                edge = edge with { Cause = [.. edge.Cause, frame], Source = edge.Source ?? source };
            All[position] = edge;
        }

        private static string Frame(Use use, AssemblyCode code, out SourcePlace? place)
        {
            place = code.PlaceOf(use);
            var frame = FrameText.Of(code.Name, use.Member.Length == 0 ? use.From : $"{use.From}.{use.Member}", isCompiling: false);
            return place is null ? frame : FrameText.At(frame, place);
        }
    }
}
