using System.Text;
using static DepGraph.Package.Tests.EditorFindings;

namespace DepGraph.Package.Tests;

/// <summary>Builds as a build server makes them: no path of the machine is in the symbols.</summary>
public class DeterministicBuildTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Server = "-p:ContinuousIntegrationBuild=true", App = "src/App", Reports = "src/App/bin/Debug/net10.0/depgraph/";

    private const string Source = """
        // The first line that uses the serializer pays for it, in the library as well as here.
        var text = Text.Of([1, 2, 3]);
        System.Console.Error.WriteLine(text);
        """;

    private const string Library = """
        public static class Text
        {
            public static string Of(int[] all) =>
                System.Text.Json.JsonSerializer.Serialize(all);
        }
        """;

    [Fact]
    public void Lines_are_told_from_the_repositorys_root_and_shown_where_they_stand()
    {
        var workspace = Repository().App(App, Source, items: """<ProjectReference Include="../../lib/Library/Library.csproj" />""")
            .App("lib/Library", Library, output: "Library");

        workspace.Build(App, Server).ShouldSucceed().WarningCodes.ShouldBeEmpty();

        Encoding.UTF8.GetString(File.ReadAllBytes(workspace.At("src/App/bin/Debug/net10.0/App.dll"))).ShouldNotContain(workspace.Folder);
        workspace.Read(Reports + "App.causes.txt").ShouldContain("\nApp\tsrc/App/Program.cs\t2\t");
        workspace.Read(Reports + "App.causes.txt").ShouldContain("\nLibrary\tlib/Library/Program.cs\t4\t");
        workspace.Read(Reports + "App.sarif").ShouldContain("\"uri\": \"src/App/Program.cs\"");
        Found(workspace, App, Server).ShouldContain(found => found.File == "src/App/Program.cs" && found.Line == 2);
    }

    [SlowFact(Slow.Builds)]
    public void A_difference_to_the_lock_file_stands_at_its_file_whatever_the_build_calls_that()
    {
        var workspace = Repository().App(App).Write("src/App/obj/none.txt", "");
        workspace.Build(App, Server, "-t:DepGraphLock").ShouldSucceed();

        workspace.Write("src/App/Program.cs", "System.Console.WriteLine(System.Xml.Linq.XElement.Parse(\"<a />\"));");
        workspace.Build(App, Server, "--no-restore").ShouldSucceed().Output.ShouldContain($"{workspace.At("src/App/Program.cs")}(1): warning DG0101");
    }

    [SlowFact(Slow.Builds)]
    public void Any_other_map_of_paths_is_undone_as_well()
    {
        const string map = "-p:PathMap=$(MSBuildProjectDirectory)=/app";
        var workspace = Repository().App(App, Source.Replace("Text.Of([1, 2, 3])", "System.Text.Json.JsonSerializer.Serialize(new[] { 1 })"));
        workspace.Build(App, map).ShouldSucceed().WarningCodes.ShouldBeEmpty();
        workspace.Read(Reports + "App.causes.txt").ShouldContain("\nApp\tsrc/App/Program.cs\t2\t");
    }

    /// <summary>Git is what tells a build which folder to map.</summary>
    private Workspace Repository([System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var workspace = new Workspace(packages, name).Write(".gitignore", "bin\nobj\n");
        foreach (var step in new[] { "init -q", "add .gitignore", "-c user.name=test -c user.email=test@localhost commit -q -m first" })
            ProgramRun.ToEnd(new System.Diagnostics.ProcessStartInfo("git", step) { WorkingDirectory = workspace.Folder }).ShouldSucceed();
        return workspace;
    }
}
