namespace DepGraph.Package.Tests;

/// <summary>
/// The three packages, packed under a version of their own, in a folder that is walled off from this
/// repository: with its own global.json, NuGet.config, package folder and empty Directory.* files.
/// </summary>
internal sealed class PackedFolder
{
    private static readonly string[] Projects = ["DepGraph.Tasks", "DepGraph.Tool", "DepGraph.Loading"];

    public PackedFolder()
    {
        Folder = Directory.CreateTempSubdirectory("depgraph-package-tests-").FullName;
        var root = Repository.PathOf();
        var configuration = Directory.GetParent(AppContext.BaseDirectory)!.Parent!.Name;
        foreach (var project in Projects)
        {
            DotNet.Run(root, "pack", Path.Combine("src", project), "--no-build", "-c", configuration, "-o", Source, $"-p:PackageVersion={Version}")
                .ShouldSucceed();
        }

        File.Copy(Path.Combine(root, "global.json"), Path.Combine(Folder, "global.json"));
        foreach (var wall in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(Folder, wall), "<Project />");
        File.WriteAllText(Path.Combine(Folder, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{PackageFolder}" /></config>
              <fallbackPackageFolders><add key="machine" value="{MachinePackageFolder()}" /></fallbackPackageFolders>
              <packageSources><add key="packed" value="{Source}" /></packageSources>
            </configuration>
            """);
    }

    public string Folder { get; }

    public string Version { get; } = $"0.0.1-test{Guid.NewGuid():N}";

    public string Source => Path.Combine(Folder, "source");

    public string PackageFolder => Path.Combine(Folder, "packages");

    private static string MachinePackageFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
