using DepGraph.Files;
using DepGraph.Graph;

namespace DepGraph.Reports.Json;

/// <summary>
/// Reads <c>App.depgraph.json</c> back, exactly. The parts that follow from the graph (components and sequence) are
/// computed anew and not looked at.
/// </summary>
public static class GraphJsonReader
{
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: the file cannot be read, is damaged or is not a load graph.</exception>
    public static LoadGraph ReadFile(string path) => InputFile.Read(path, Read);

    /// <param name="json">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="DepGraphException"><see cref="Codes.InvalidInput"/>: it is damaged or not a load graph.</exception>
    public static LoadGraph Read(ReadOnlyMemory<byte> json, string file) => JsonInput.Read(file, json, root =>
    {
        if (root.Optional("format")?.String() != GraphJsonWriter.Format)
            throw root.Wrong("is not a load graph (\"format\" must be \"depgraph\")");
        var version = root.Require("version");
        if (version.Int() != GraphJsonWriter.Version)
            throw version.Wrong($"must be {GraphJsonWriter.Version}");
        return ReadGraph(root);
    });

    private static LoadGraph ReadGraph(JsonInput json)
    {
        var nodes = json.Require("nodes").Array(ReadNode);
        var byId = new Dictionary<string, int>(nodes.Length);
        foreach (var node in nodes)
        {
            if (!byId.TryAdd(node.Id, node.Order))
                throw json.Require("nodes").Wrong($"has the id \"{node.Id}\" twice");
        }

        var edges = ReadEdges(json.Require("edges"), Index);
        return new LoadGraph(
            json.Require("app").String(),
            json.Optional("root") is { } root ? Index(root) : -1,
            RunJsonReader.Read(json.Require("run"), Index),
            nodes,
            edges,
            json.Require("failedBinds").Array(bind => new FailedBind(
                bind.Require("name").String(), bind.Optional("requester") is { } requester ? Index(requester) : -1, bind.Require("cause").Strings())),
            json.Require("notLoaded").Array(reference => new UnloadedReference(
                reference.Require("name").String(), reference.Require("referencedBy").Array(Index))),
            json.Require("children").Array(ReadGraph))
        {
            Initializers = json.Optional("initializers")?.Array(one => new Initializer(
                one.Require("method").String(), one.Optional("node") is { } node ? Index(node) : -1, one.Require("atMs").Ms(), one.Require("ms").Ms(),
                one.Require("ownMs").Ms(), one.Require("touchedBy").Strings())) ?? [],
            Natives = json.Optional("natives")?.Array(one => NativeJsonReader.Read(one, Index)) ?? [],
            AlsoShipped = json.Optional("alsoShipped")?.Strings() ?? [],
            LineCosts = json.Optional("lines")?.Array(line => ReadLine(line, Index)) ?? [],
            RetainedTimes = json.Optional("retained") is { } retained ? ReadRetained(retained, edges, Index) : [],
        };

        int Index(JsonInput id) =>
            byId.TryGetValue(id.String(), out var index) ? index : throw id.Wrong($"names \"{id.String()}\", which is not the id of a node");
    }

    private static LineCost ReadLine(JsonInput json, Func<JsonInput, int> index) => new(
        index(json.Require("node")), json.Require("file").String(), json.Require("line").Int(1, int.MaxValue), json.Require("member").String(),
        json.Require("ms").Ms())
    {
        CompileMs = json.Require("compileMs").Ms(),
        Loads = json.Require("loads").Array(index),
        Initializers = json.Require("initializers").Strings(),
        MostlyIn = json.Optional("mostlyIn") is { } node ? index(node) : -1,
        Text = json.Require("text").String(),
        Checksum = json.Require("checksum").String(),
        RegisteredAt = json.Require("registeredAt").String(),
    };

    private static Edge[] ReadEdges(JsonInput json, Func<JsonInput, int> index)
    {
        var pairs = new HashSet<(int, int)>();
        return json.Array(item =>
        {
            var edge = new Edge(
                index(item.Require("from")), index(item.Require("to")), item.Require("evidence").Enum<Evidence>(), item.Require("cause").Strings())
            {
                Places = item.Optional("places")?.Int(1, int.MaxValue) ?? 1,
                IsFixed = item.Optional("isFixed")?.Bool() ?? false,
            };
            return pairs.Add((edge.From, edge.To)) ? edge : throw item.Wrong("is there twice");
        });
    }

    private static RetainedTime[] ReadRetained(JsonInput json, Edge[] edges, Func<JsonInput, int> index)
    {
        var pairs = edges.Select(edge => (edge.From, edge.To)).ToHashSet();
        var read = new HashSet<(int, int)>();
        return json.Array(item =>
        {
            var pair = (From: item.Optional("from") is { } from ? index(from) : -1, To: index(item.Require("to")));
            var ms = item.Require("ms").Array(end => end.Ms());
            if (pair.From >= 0 && !pairs.Contains(pair))
                throw item.Wrong("is about an edge that is not there");
            if (!read.Add(pair))
                throw item.Wrong("is there twice");
            return ms is [var low, var high] && low <= high ? new RetainedTime(pair.From, pair.To, low, high)
                : throw item.Require("ms").Wrong("must be two numbers, the lower one first");
        });
    }

    // The index of a node is its place in the load order, so the two must agree.
    private static Node ReadNode(JsonInput json, int index)
    {
        var kind = json.Require("kind");
        return kind.String() == GraphJsonWriter.NodeKind ? ReadAssembly(json, index) : throw kind.Wrong($"must be {GraphJsonWriter.NodeKind}");
    }

    private static Node ReadAssembly(JsonInput json, int index) => new()
    {
        Id = json.Require("id").String(),
        Name = json.Require("name").String(),
        Origin = json.Require("origin").Enum<Origin>(),
        Order = json.Require("order").Int(index, index),
        Version = json.Optional("version")?.String(),
        Context = json.Optional("context")?.String(),
        Path = json.Optional("path")?.String(),
        Framework = json.Optional("framework")?.String(),
        IsFacade = json.Require("isFacade").Bool(),
        LoadsByName = json.Require("loadsByName").Bool(),
        AtMs = json.Require("atMs").Ms(),
        BindMs = json.Require("bindMs").Ms(),
        MapMs = json.Require("mapMs").Ms(),
        RunMs = json.Require("runMs").Ms(),
        CompileMs = json.Optional("compileMs")?.Ms() ?? 0,
        RecompileMs = json.Optional("recompileMs")?.Ms() ?? 0,
        InitializeMs = json.Optional("initializeMs")?.Ms() ?? 0,
        TypeLoadMs = json.Optional("typeLoadMs")?.Ms(),
        RestoreMs = json.Optional("restoreMs")?.Ms(),
        SpreadMs = json.Optional("spreadMs")?.Ms(),
        Cause = json.Require("cause").Strings(),
    };
}
