using DepGraph.Graph;

namespace DepGraph.Recording.Graphs;

/// <summary>Makes the load graph of a recording.</summary>
public static class RecordedGraph
{
    /// <summary>Reads the metadata of what was loaded and puts requests, references and costs together.</summary>
    public static LoadGraph From(StartupRecording recording)
    {
        var index = new NodeIndex(recording);
        var costs = CostAttribution.Of(recording, index);
        var assemblyFiles = new AssemblyFiles(recording);
        var files = recording.Loads.Select(assemblyFiles.Of).ToList();
        var manifest = DependencyManifest.Of(recording.AppFolder, recording.App);
        var origins = new FileOrigin(recording.AppFolder, manifest.Frameworks);
        using var causes = new Causes(recording, assemblyFiles, origins);
        var nodes = Nodes(recording, origins, files, costs, causes);
        var edges = new RecordedEdges(recording, index, causes);
        edges.AddRequests();
        var root = nodes.FindIndex(n => n.Name == recording.App);
        edges.MarkLookups(edge => files[edge.From].IsKnown && !files[edge.From].RefersTo(nodes[edge.To].Name)
            && (nodes[edge.From].Origin == Origin.Framework ? nodes[edge.To].Origin != Origin.Framework : edge.To == root && IsOfPackage(nodes[edge.From], manifest)));
        var notLoaded = AddReferences(recording, edges, index, nodes, files);
        var findings = recording.Run.Findings
            .Concat(LoadedFromElsewhere.Of(recording, nodes) is { } elsewhere ? [elsewhere] : [])
            .Concat(nodes.Where(n => !files[n.Order].IsKnown && !recording.Loads[n.Order].IsDynamic).DistinctBy(n => n.Name).Select(OfUnknownReferences));
        var run = recording.Run with { ReadyMs = costs.ReadyMs, UnattributedMs = costs.UnattributedMs, Waits = RecordedWaits.Of(recording.Waits, costs.WaitsMs, nodes, causes), Findings = [.. findings] };
        return new LoadGraph(recording.App, root, run, nodes, edges.Edges, edges.FailedBinds(), notLoaded, [.. recording.Children.Select(From)]);
    }

    private static List<Node> Nodes(StartupRecording recording, FileOrigin origins, List<AssemblyFile> files, CostAttribution costs, Causes causes)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var nodes = new List<Node>();
        for (var i = 0; i < recording.Loads.Count; i++)
        {
            var load = recording.Loads[i];
            var bind = load.Bind < 0 ? null : recording.Binds[load.Bind];
            var (origin, framework, path) = origins.Of(load.Path);
            var context = AssemblyNames.ContextName(load.Context);
            var cause = bind is { Stack.Count: > 0 } ? causes.Of(bind) : causes.Of(load);
            var (bindMs, mapMs, runMs) = costs.Of(i);
            nodes.Add(new Node
            {
                Id = UniqueId(NodeIndex.NameWithCulture(load.FullName), context, ids),
                Name = AssemblyNames.Simple(load.FullName),
                Origin = origin,
                Order = i,
                Version = AssemblyNames.Part(load.FullName, "Version"),
                Context = context,
                Path = path,
                Framework = framework,
                IsFacade = files[i].IsFacade,
                LoadsByName = load.Path is not null && load.Context is null && LiesBeside(load.Path, recording.AppFolder, origin),
                AtMs = Math.Round(load.AtMs, 3),
                BindMs = bindMs,
                MapMs = mapMs,
                RunMs = runMs,
                Cause = cause.Frames,
                Source = cause.Source,
            });
        }

        return nodes;
    }

    private static bool IsOfPackage(Node node, DependencyManifest manifest) =>
        node.Origin == Origin.Package || (node.Origin == Origin.App && manifest.Packages.Contains(Path.GetFileName(node.Path) ?? ""));

    private static bool LiesBeside(string path, string? appFolder, Origin origin) =>
        origin != Origin.App || string.Equals(Path.GetDirectoryName(path), appFolder, StringComparison.Ordinal);

    private static string UniqueId(string name, string? context, HashSet<string> ids)
    {
        var wanted = context is null ? name : $"{name}@{context}";
        var id = wanted;
        for (var n = 2; !ids.Add(id); n++) id = $"{wanted}#{n}";
        return id;
    }

    private static List<UnloadedReference> AddReferences(StartupRecording recording, RecordedEdges edges, NodeIndex index, List<Node> nodes, List<AssemblyFile> files)
    {
        var notLoaded = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var name in files[node.Order].References)
            {
                var target = index.Find(name, recording.Loads[node.Order].Context);
                if (target >= 0) edges.AddReference(node.Order, target);
                else if (notLoaded.TryGetValue(name, out var known)) known.Add(node.Order);
                else notLoaded[name] = [node.Order];
            }
        }

        return [.. notLoaded.Select(n => new UnloadedReference(n.Key, [.. n.Value.Distinct()]))];
    }

    private static Finding OfUnknownReferences(Node node) => new(
        Codes.ReferencesUnknown, $"No file with the metadata of {node.Name} was found, so what it references is not in the graph. Build it with symbols, or load it from its file.");
}
