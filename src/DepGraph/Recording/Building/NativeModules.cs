using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>Joins the native libraries of a run with the assemblies that declare calls into them.</summary>
internal static class NativeModules
{
    public static IReadOnlyList<NativeModule> Of(StartupEvents startup, List<AssemblyFile> files) =>
    [
        .. startup.Natives.Select(load => new NativeModule(
            load.Name, load.Requester, load.IsLinked, load.FailedProbes, load.IsLinked ? [] : DeclaredBy(load.Name, files))),
    ];

    private static List<int> DeclaredBy(string name, List<AssemblyFile> files) =>
        Enumerable.Range(0, files.Count).ToList().FindAll(file =>
            files[file].NativeReferences.Any(reference => NativeLoad.BareName(reference) == NativeLoad.BareName(name)));
}
