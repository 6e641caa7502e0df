namespace DepGraph.Package.Tests;

public class IncrementalBuildTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public void A_build_with_nothing_to_do_starts_no_process_of_ours()
    {
        var workspace = Recorded();
        var graph = File.GetLastWriteTimeUtc(workspace.At("App/bin/Debug/net10.0/depgraph/App.graph.dot"));

        var result = workspace.Build("App", "--no-restore").ShouldSucceed();

        result.Recordings.ShouldBe(0);
        result.Tasks("ReplayMessages").ShouldBeEmpty();
        File.GetLastWriteTimeUtc(workspace.At("App/bin/Debug/net10.0/depgraph/App.graph.dot")).ShouldBe(graph);
        result.EmbeddedFiles.ShouldContain("App.graph.dot", "the binlog of every build holds the reports");
    }

    [SlowFact(Slow.Builds)]
    public void Changed_source_is_recorded_again()
    {
        var workspace = Recorded();
        workspace.Write("App/Program.cs", "System.Console.Error.WriteLine(\"changed\");");
        RecordsOnce(workspace);
    }

    [SlowFact(Slow.Builds)]
    public void Changed_arguments_are_recorded_again()
    {
        var workspace = Recorded();
        RecordsOnce(workspace, "-p:DepGraphArguments=--fast");
        workspace.Build("App", "--no-restore", "-p:DepGraphArguments=--fast").ShouldSucceed().Recordings.ShouldBe(0);
    }

    [SlowFact(Slow.Builds)]
    public void A_library_that_changed_behind_its_reference_assembly_is_recorded_again()
    {
        // Only the body of a method changes: the app is not compiled again, its copied dependency is another one.
        var workspace = new Workspace(packages)
            .App("Library", "public static class Text { public static string Value => \"a\"; }", output: "Library")
            .App(source: "System.Console.WriteLine(Text.Value);", items: """<ProjectReference Include="../Library/Library.csproj" />""");
        workspace.Build().ShouldSucceed().Recordings.ShouldBe(1);
        workspace.Write("Library/Program.cs", "public static class Text { public static string Value => \"b\"; }");

        var result = RecordsOnce(workspace);

        result.Tasks("Csc").Count.ShouldBe(1, "of the library alone");
    }

    [SlowFact(Slow.Builds)]
    public void A_changed_launch_profile_is_recorded_again()
    {
        var workspace = Recorded();
        workspace.Write("App/Properties/launchSettings.json", """{"profiles":{"App":{"commandName":"Project"}}}""");
        RecordsOnce(workspace);
    }

    [SlowFact(Slow.Builds)]
    public void A_report_that_somebody_deleted_comes_back()
    {
        var workspace = Recorded();
        File.Delete(workspace.At("App/bin/Debug/net10.0/depgraph/App.dag.dot"));
        RecordsOnce(workspace);
        workspace.Has("App/bin/Debug/net10.0/depgraph/App.dag.dot").ShouldBeTrue();
    }

    [SlowFact(Slow.Builds)]
    public void Reports_that_are_no_longer_made_do_not_stay_behind()
    {
        var workspace = Recorded();
        workspace.Build("App", "--no-restore", "-p:DepGraphOutputPath=reports").ShouldSucceed().Recordings.ShouldBe(1);
        workspace.Has("App/reports/App.depgraph.json").ShouldBeTrue();
        workspace.Has("App/bin/Debug/net10.0/depgraph/App.depgraph.json").ShouldBeFalse();
    }

    [SlowFact(Slow.Builds)]
    public void Visual_Studio_can_tell_that_the_recording_is_out_of_date()
    {
        var workspace = Recorded().Write("App/Properties/launchSettings.json", """{"profiles":{}}""");
        foreach (var (item, file) in new[] { ("UpToDateCheckInput", "launchSettings.json"), ("UpToDateCheckBuilt", "written.txt") })
            workspace.Run("App", "msbuild", "-t:_DepGraphUpToDateCheck", $"-getItem:{item}").ShouldSucceed().Output.ShouldContain(file);
    }

    private Workspace Recorded()
    {
        var workspace = new Workspace(packages, nameof(IncrementalBuildTests)).App();
        Directory.CreateDirectory(workspace.At("App/Properties"));
        File.Delete(workspace.At("App/Properties/launchSettings.json"));
        workspace.Build().ShouldSucceed();
        return workspace;
    }

    private static BuildResult RecordsOnce(Workspace workspace, params string[] arguments)
    {
        var result = workspace.Build("App", ["--no-restore", .. arguments]).ShouldSucceed();
        result.Recordings.ShouldBe(1);
        return result;
    }
}
