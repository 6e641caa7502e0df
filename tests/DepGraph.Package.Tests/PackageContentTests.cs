using System.IO.Compression;

namespace DepGraph.Package.Tests;

public class PackageContentTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Theory]
    [InlineData("DepGraph")]
    [InlineData("DepGraph.Loading")]
    [InlineData("DepGraph.Tool")]
    public void The_package_holds_exactly_these_files(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(packages.Source, $"{package}.{packages.Version}.nupkg"));
        var entries = archive.Entries.Select(entry => entry.FullName).Where(name => !IsOfTheFormat(name)).ToArray();

        var expected = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Contents", package + ".txt"));

        entries.Except(expected).ShouldBeEmpty("in the package, not in the list");
        expected.Except(entries).ShouldBeEmpty("in the list, not in the package");
    }

    [Fact]
    public void The_package_is_a_development_dependency_and_brings_no_other()
    {
        using var archive = ZipFile.OpenRead(Path.Combine(packages.Source, $"DepGraph.{packages.Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry("DepGraph.nuspec")!.Open());
        var nuspec = reader.ReadToEnd();
        nuspec.ShouldContain("<developmentDependency>true</developmentDependency>");
        nuspec.ShouldNotContain("<dependency ");
    }

    [SlowFact(Slow.Builds)]
    public void The_tool_installs_and_runs()
    {
        var workspace = new Workspace(packages);
        workspace.Run(".", "tool", "install", "DepGraph.Tool", "--version", packages.Version, "--tool-path", "tools").ShouldSucceed();
        workspace.Run(".", "exec", Directory.GetFiles(workspace.Folder, "depgraph.dll", SearchOption.AllDirectories).Single(), "--help")
            .ShouldSucceed().Output.ShouldContain("record");
    }

    [SlowFact(Slow.Builds)]
    public void With_both_packages_the_app_finds_its_load_sequence_in_its_next_start()
    {
        var workspace = new Workspace(packages).App(
            source: """System.Console.WriteLine($"steps: {DepGraph.Loading.LoadSequence.ForEntryAssembly().Steps.Count > 3}");""",
            items: $"""<PackageReference Include="DepGraph.Loading" Version="{packages.Version}" />""");
        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();
        workspace.Run("App", "run", "--no-build").ShouldSucceed().Output.ShouldContain("steps: True");
    }

    private static bool IsOfTheFormat(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/services/");
}
