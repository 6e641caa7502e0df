namespace DepGraph.Package.Tests;

public class ReviewTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string LoadsXml = "System.Console.WriteLine(System.Xml.Linq.XElement.Parse(\"<a />\"));";

    [SlowFact(Slow.Builds)]
    public void A_build_tells_what_startup_gained_since_the_lock_file()
    {
        var workspace = new Workspace(packages).App();
        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();
        workspace.Has("App/depgraph.lock.json").ShouldBeTrue();
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBeEmpty("nothing changed since");

        workspace.Write("App/Program.cs", LoadsXml);
        var gained = workspace.Build("App", "--no-restore").ShouldSucceed();
        var again = workspace.Build("App", "--no-restore").ShouldSucceed();

        gained.WarningCodes.ShouldContain("DG0101");
        gained.Output.ShouldContain("System.Private.Xml.Linq");
        gained.Output.ShouldContain("Program.cs(1): warning DG0101", Case.Sensitive, "editors and terminals go to the line");
        again.Recordings.ShouldBe(0);
        again.WarningCodes.ShouldBe(gained.WarningCodes, "they come again while they are true");
        workspace.Build("App", "--no-restore", "-p:TreatWarningsAsErrors=true").ShouldFail().ErrorCodes.ShouldContain("DG0101");
    }

    [Fact]
    public void A_budget_is_a_warning_of_its_own()
    {
        var workspace = new Workspace(packages).App(properties: "<DepGraphMaxAssemblies>2</DepGraphMaxAssemblies>");
        workspace.Build().ShouldSucceed().WarningCodes.ShouldBe(["DG0104"]);
    }

    [SlowFact(Slow.Builds)]
    public void A_time_budget_is_no_warning()
    {
        var workspace = new Workspace(packages).App(properties: "<DepGraphMaxReadyMs>0.5</DepGraphMaxReadyMs>");
        var build = workspace.Build().ShouldSucceed();
        build.WarningCodes.ShouldBeEmpty();
        build.Messages.ShouldContain(text => text.Contains("more than DepGraphMaxReadyMs=0.5 allows", StringComparison.Ordinal));
    }

    [SlowFact(Slow.Builds)]
    public void Each_target_framework_has_a_lock_file_of_its_own()
    {
        var workspace = new Workspace(packages).App(
            framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks><RollForward>Major</RollForward>");

        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();

        workspace.Has("App/depgraph.net8.0.lock.json").ShouldBeTrue();
        workspace.Has("App/depgraph.net10.0.lock.json").ShouldBeTrue();
    }
}
