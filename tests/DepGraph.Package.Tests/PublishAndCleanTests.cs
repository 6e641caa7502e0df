namespace DepGraph.Package.Tests;

public class PublishAndCleanTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [SlowFact(Slow.Builds)]
    public void The_load_sequence_is_published_with_the_app_and_the_reports_are_not()
    {
        var workspace = new Workspace(packages).App();

        DotNet.Run(workspace.At("App"), "publish", "-bl", "-o", "out").ShouldSucceed().Recordings.ShouldBe(1);

        workspace.Has("App/out/App.loadsequence.json").ShouldBeTrue();
        Directory.GetFileSystemEntries(workspace.At("App/out"), "*depgraph*").ShouldBeEmpty();
        DotNet.Run(workspace.At("App"), "publish", "-bl", "--no-build", "-o", "again").ShouldSucceed().Recordings.ShouldBe(0);
        workspace.Has("App/again/App.loadsequence.json").ShouldBeTrue();
    }

    [SlowFact(Slow.Builds)]
    public void A_single_file_app_has_its_load_sequence_beside_it()
    {
        var workspace = new Workspace(packages).App();

        DotNet.Run(workspace.At("App"), "publish", "-bl", "-o", "out", "--use-current-runtime", "--no-self-contained", "-p:PublishSingleFile=true",
            "-p:DebugType=none")
            .ShouldSucceed().Recordings.ShouldBe(1);

        Directory.GetFiles(workspace.At("App/out")).Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(["App", "App.loadsequence"], ignoreOrder: true);
    }

    [SlowFact(Slow.Builds)]
    public void Clean_takes_all_of_ours_away()
    {
        var workspace = new Workspace(packages).App();
        workspace.Build().ShouldSucceed();

        workspace.Run("App", "clean").ShouldSucceed();

        Directory.GetFiles(workspace.At("App/bin"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.GetFileSystemEntries(workspace.Folder, "*depgraph*", SearchOption.AllDirectories).ShouldBeEmpty();
        workspace.Build("App", "--no-restore").ShouldSucceed().Recordings.ShouldBe(1);
    }

    [SlowFact(Slow.Builds)]
    public void Clean_leaves_the_files_of_others_in_our_folder()
    {
        var workspace = new Workspace(packages).App(properties: "<DepGraphOutputPath>docs</DepGraphOutputPath>").Write("App/docs/own.md", "mine");
        workspace.Build().ShouldSucceed();
        workspace.Has("App/docs/App.depgraph.json").ShouldBeTrue();

        workspace.Run("App", "clean").ShouldSucceed();

        Directory.GetFiles(workspace.At("App/docs")).ShouldHaveSingleItem().ShouldEndWith("own.md");
    }
}
