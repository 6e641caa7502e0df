namespace DepGraph.Package.Tests;

public class FirstBuildTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Fact]
    public void Adding_the_package_is_all_it_takes()
    {
        var workspace = new Workspace(packages).App();

        var result = workspace.Build().ShouldSucceed();

        result.Recordings.ShouldBe(1);
        result.WarningCodes.ShouldBeEmpty();
        foreach (var report in new[] { "depgraph.json", "loadsequence.json", "loadsequence.txt", "graph.dot", "dag.dot" })
            workspace.Has($"App/bin/Debug/net10.0/depgraph/App.{report}").ShouldBeTrue(report);
        workspace.Read("App/bin/Debug/net10.0/App.loadsequence.json")
            .ShouldBe(workspace.Read("App/bin/Debug/net10.0/depgraph/App.loadsequence.json"), "the app reads it beside itself");
        result.EmbeddedFiles.ShouldContain("App.graph.dot", "the binlog holds the reports");
    }

    [SlowFact(Slow.Builds)]
    public void A_web_app_is_recorded_until_it_is_ready()
    {
        var workspace = Web();

        var result = workspace.Build().ShouldSucceed();

        result.WarningCodes.ShouldBeEmpty();
        workspace.Read("App/bin/Debug/net10.0/depgraph/App.loadsequence.txt").ShouldContain("Microsoft.AspNetCore.Server.Kestrel");
    }

    [SlowFact(Slow.Builds)]
    public void Native_libraries_are_recorded_where_the_project_asks_for_them()
    {
        var workspace = new Workspace(packages).App();
        workspace.Build().ShouldSucceed();
        workspace.Read("App/bin/Debug/net10.0/depgraph/App.depgraph.json").ShouldNotContain("libcoreclr");

        workspace.Build("App", "-p:DepGraphNatives=true").ShouldSucceed().Recordings.ShouldBe(1);

        if (OperatingSystem.IsLinux())
            workspace.Read("App/bin/Debug/net10.0/depgraph/App.depgraph.json").ShouldContain("libcoreclr.so");
    }

    [SlowFact(Slow.Builds)]
    public void Neither_lock_file_nor_reports_are_content_of_a_web_app()
    {
        var workspace = Web().Write("App/depgraph.lock.json", "{}").Write("App/reports/App.depgraph.json", "{}");
        workspace.Run("App", "restore").ShouldSucceed();

        var content = workspace.Run("App", "msbuild", "-getItem:Content", "-p:DepGraphOutputPath=reports").ShouldSucceed().Output;

        content.ShouldContain("appsettings.json");
        content.ShouldNotContain("depgraph.");
    }

    [SlowFact(Slow.Builds)]
    public void The_analyzers_come_along_and_the_fixes_only_where_the_compiler_is_new_enough()
    {
        var workspace = new Workspace(packages).App();
        workspace.Run("App", "restore").ShouldSucceed();

        Analyzers("roslyn4.8").ShouldBe(["DepGraph.Analyzers.dll", "DepGraph.Analyzers.Startup.dll"], ignoreOrder: true);
        Analyzers("roslyn4.14").ShouldBe(["DepGraph.Analyzers.dll", "DepGraph.Analyzers.Startup.dll", "DepGraph.Analyzers.CodeFixes.dll"],
            ignoreOrder: true);

        string[] Analyzers(string compiler) =>
            workspace.Run("App", "msbuild", "-t:ResolvePackageAssets", "-getItem:ResolvedAnalyzers", $"-p:CompilerApiVersion={compiler}")
                .ShouldSucceed().Output.Split('"').Where(text => text.EndsWith(".dll"))
                .Select(path => Path.GetFileName(path)).Where(name => name.StartsWith("DepGraph")).Distinct().ToArray();
    }

    private Workspace Web([System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        new Workspace(packages, name).Write("App/appsettings.json", "{}").App(sdk: "Microsoft.NET.Sdk.Web", source: """
        var app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();
        app.Run();
        """);
}
