namespace DepGraph.Package.Tests;

/// <summary>What must stay lazy, in a build.</summary>
public class LoadRuleTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string LoadsXml = "System.Console.WriteLine(System.Xml.Linq.XElement.Parse(\"<a />\"));";
    private const string Lazy = """<DepGraphLazy Include="System.Private.Xml%2A" Because="only &quot;reports&quot; need it; ever" />""";

    private const string Only = """<DepGraphOnly Include="System.Console;System.Runtime%2A" Because="it is small" />""";

    [Fact]
    public void A_rule_that_is_broken_is_told_at_the_line_with_its_reason_and_in_each_report_for_reviewers()
    {
        var workspace = new Workspace(packages).App(source: LoadsXml, items: Lazy);

        var build = workspace.Build().ShouldSucceed();

        build.WarningCodes.ShouldBe(["DG0106"]);
        build.Output.ShouldContain("Program.cs(1): warning DG0106: Startup loads System.Private.Xml.Linq");
        build.Output.ShouldContain("It must stay lazy: only \"reports\" need it; ever (DepGraphLazy).");
        workspace.Read("App/bin/Debug/net10.0/depgraph/App.md").ShouldContain("**DG0106**");
        workspace.Read("App/bin/Debug/net10.0/depgraph/App.sarif").ShouldContain("DG0106");
        workspace.Build("App", "--no-restore", "-p:TreatWarningsAsErrors=true").ShouldFail().ErrorCodes.ShouldBe(["DG0106"]);
    }

    [SlowFact(Slow.Builds)]
    public void The_only_assemblies_that_may_be_loaded_and_a_rule_that_guards_nothing()
    {
        var workspace = new Workspace(packages).App(source: LoadsXml, items: Only);
        var build = workspace.Build().ShouldSucceed();

        build.WarningCodes.Distinct().ShouldBe(["DG0106"]);
        build.Output.ShouldContain("Only System.Console, System.Runtime* may be loaded: it is small (DepGraphOnly).");
        workspace.App(source: LoadsXml, items: """<DepGraphLazy Include="Sistem.Xml" />""");
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBe(["DG0107"]);
    }

    [SlowFact(Slow.Builds)]
    public void A_star_that_MSBuild_would_take_for_files_is_refused()
    {
        var workspace = new Workspace(packages).App(items: """<DepGraphLazy Because="no" Include="Newtonsoft.Json;System.Private.Xml*" />""");
        var build = workspace.Build().ShouldFail();
        build.ErrorCodes.ShouldBe(["DG0014"]);
        build.Output.ShouldContain("write %2A instead");
    }
}
