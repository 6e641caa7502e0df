using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Origins;

namespace DepGraph.Recording.Building;

/// <summary>Makes the load graph of a recording.</summary>
public static class RecordedGraph
{
    /// <summary>Reads the metadata of what was loaded and puts requests, references and costs together.</summary>
    public static LoadGraph From(StartupEvents startup)
    {
        var index = new NodeIndex(startup);
        var slices = TimeSlices.Of(startup, index);
        var costs = new CostAttribution(slices);
        var assemblyFiles = new AssemblyFiles(startup);
        var files = startup.Loads.Select(assemblyFiles.Of).ToList();
        var manifest = DependencyManifest.Of(startup.AppFolder, startup.App);
        var origins = new FileOrigin(startup.AppFolder, manifest.Frameworks);
        using var causes = new Causes(startup, assemblyFiles, origins);
        var nodes = Nodes(startup, origins, files, costs, causes);
        var edges = new RecordedEdges(startup, index, causes);
        edges.AddRequests();
        var root = nodes.FindIndex(n => n.Name == startup.App);
        edges.MarkLookups(edge => files[edge.From].IsKnown && !files[edge.From].RefersTo(nodes[edge.To].Name)
            && (nodes[edge.From].Origin == Origin.Framework ? nodes[edge.To].Origin != Origin.Framework : edge.To == root
                && IsOfPackage(nodes[edge.From], manifest)));
        var notLoaded = AddReferences(startup, edges, index, nodes, files);
        var findings = startup.Facts.Findings
            .Concat(LoadedFromElsewhere.Of(startup, nodes) is { } elsewhere ? [elsewhere] : [])
            .Concat(nodes.Where(n => !files[n.Order].IsKnown && !startup.Loads[n.Order].IsDynamic).DistinctBy(n => n.Name).Select(OfUnknownReferences));
        var waits = RecordedWaits.Of(startup.Waits, costs.WaitMs, nodes, causes);
        return new LoadGraph(startup.App, root, Run(startup, costs, waits, [.. findings]), nodes, edges.Edges, edges.FailedBinds(), notLoaded,
            [.. startup.Children.Select(child => From(child) with { AlsoShipped = [] })])
        {
            RetainedTimes = RetainedTimes.Of(startup, slices, nodes, edges.Edges, root),
            Initializers = Building.Initializers.Of(startup, slices, causes),
            Natives = NativeModules.Of(startup, files, assemblyFiles, causes),
            LineCosts = Building.LineCosts.Of(startup, slices, causes),
            AlsoShipped = ShippedAssemblies.NotLoaded(startup, nodes),
        };
    }

    private static Run Run(StartupEvents startup, CostAttribution costs, IReadOnlyList<Wait> waits, IReadOnlyList<Finding> findings) => new()
    {
        Outcome = startup.Facts.Outcome,
        ReadyMs = costs.ReadyMs,
        RecorderMs = Math.Round(startup.RecorderMs, 3),
        UnattributedMs = costs.UnattributedMs,
        Waits = waits,
        EventsLost = startup.Facts.EventsLost,
        IsPartial = startup.Facts.IsPartial,
        ExitCode = startup.Facts.ExitCode,
        Runtime = startup.Runtime,
        Platform = startup.Facts.Platform,
        Command = startup.Facts.Command,
        WaitingIn = startup.Facts.WaitingIn,
        Failure = startup.Facts.Failure,
        Findings = findings,
    };

    private static List<Node> Nodes(StartupEvents startup, FileOrigin origins, List<AssemblyFile> files, CostAttribution costs, Causes causes)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var nodes = new List<Node>();
        for (var i = 0; i < startup.Loads.Count; i++)
        {
            var load = startup.Loads[i];
            var bind = load.Bind < 0 ? null : startup.Binds[load.Bind];
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
                LoadsByName = load.Path is not null && load.Context is null && LiesBeside(load.Path, startup.AppFolder, origin),
                AtMs = Math.Round(load.AtMs, 3),
                BindMs = bindMs,
                MapMs = mapMs,
                RunMs = runMs,
                CompileMs = costs.CompileMs(i),
                RecompileMs = costs.RecompileMs(i),
                InitializeMs = costs.InitializeMs(i),
                TypeLoadMs = startup.RuntimeWork.Count == 0 ? null : costs.TypeLoadMs(i),
                RestoreMs = startup.RuntimeWork.Count == 0 ? null : costs.RestoreMs(i),
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
        for (var n = 2; !ids.Add(id); n++)
            id = $"{wanted}#{n}";
        return id;
    }

    private static List<UnloadedReference> AddReferences(StartupEvents startup, RecordedEdges edges, NodeIndex index, List<Node> nodes,
        List<AssemblyFile> files)
    {
        var notLoaded = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var name in files[node.Order].References)
            {
                var target = index.Find(name, startup.Loads[node.Order].Context);
                if (target >= 0)
                    edges.AddReference(node.Order, target);
                else if (notLoaded.TryGetValue(name, out var known))
                    known.Add(node.Order);
                else
                    notLoaded[name] = [node.Order];
            }
        }

        return [.. notLoaded.Select(n => new UnloadedReference(n.Key, [.. n.Value.Distinct()]))];
    }

    private static Finding OfUnknownReferences(Node node) => new(
        Codes.ReferencesUnknown,
            $"No file with the metadata of {node.Name} was found, so what it references is not in the graph. Build it with symbols, or load it from its file.");
}
