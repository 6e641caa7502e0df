using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DepGraph.Graph;
using DepGraph.Recording.Building;

namespace DepGraph.Page.Tests.Support;

/// <summary>
/// A load graph with the real names, versions and references of a program's files, as if startup had loaded them breadth-first. Costs are made up.
/// </summary>
internal static class MetadataGraph
{
    public static LoadGraph Of(string program, int most = 120)
    {
        var folders = new[] { Path.GetDirectoryName(program)! }.Concat(Frameworks()).ToArray();
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var files = new List<string>();
        var edges = new Dictionary<(int, int), Edge>();
        Add(Path.GetFileNameWithoutExtension(program), program);
        for (var at = 0; at < files.Count; at++)
        {
            foreach (var name in References(files[at]))
            {
                var loads = !index.ContainsKey(name);
                if (loads && (files.Count >= most || Find(name) is not { } file || !Add(name, file)))
                    continue;
                string[] cause = loads
                    ? [$"{Path.GetFileNameWithoutExtension(files[at])}!Startup.Use{name.Replace(".", "")}",
                    $"{Path.GetFileNameWithoutExtension(program)}!Program.Main"] : [];
                edges.TryAdd((at, index[name]), new Edge(at, index[name], loads ? Evidence.Load : Evidence.Reference, cause));
            }
        }

        var causes = edges.Values.Where(edge => edge.Evidence == Evidence.Load).ToDictionary(edge => edge.To, edge => edge.Cause);
        var nodes = files.Select((file, i) => NodeOf(file, i, folders[0], causes.GetValueOrDefault(i, []))).ToArray();
        var total = nodes.Sum(node => node.CostMs);
        var run =
            new Run
            {
                Outcome = RunOutcome.Ready,
                ReadyMs = Math.Round(total * 1.3, 3),
                UnattributedMs = Math.Round(total * 0.3, 3),
                Runtime = ".NET 10.0.12",
                Platform = "linux-x64"
            };
        return new LoadGraph(nodes[0].Name, 0, run, nodes, edges.Values.OrderBy(edge => edge.Evidence).ToArray(), [], [], []);

        bool Add(string name, string file)
        {
            index[name] = files.Count;
            files.Add(file);
            return true;
        }

        string? Find(string name) => folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Frameworks()
    {
        var core = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        yield return core;
        var web = Path.Combine(core, "..", "..", "Microsoft.AspNetCore.App");
        if (Directory.Exists(web))
            yield return Directory.GetDirectories(web).Order(StringComparer.Ordinal).Last();
    }

    private static IEnumerable<string> References(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToArray();
    }

    private static Node NodeOf(string file, int order, string app, IReadOnlyList<string> cause)
    {
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        var name = Path.GetFileNameWithoutExtension(file);
        var own = Path.GetDirectoryName(file) == app;
        return new Node
        {
            Id = name,
            Name = name,
            Origin = !own ? Origin.Framework : order == 0 || name.StartsWith("DepGraph", StringComparison.Ordinal) ? Origin.App : Origin.Package,
            Order = order,
            Version = metadata.GetAssemblyDefinition().Version.ToString(),
            Framework = own ? null : file.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal) ? "Microsoft.AspNetCore.App" : "Microsoft.NETCore.App",
            IsFacade = metadata.TypeDefinitions.Count <= 1,
            Path = own ? $"$app/{name}.dll" : $"$framework/{name}.dll",
            AtMs = 8 + order * 1.7,
            BindMs = 0.1 + order % 5 * 0.07,
            MapMs = 0.2 + order % 3 * 0.11,
            RunMs = order * 37 % 11 * 0.9,
            Cause = cause,
        };
    }
}
