namespace DepGraph.Package.Tests;

public class FailedRunTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Exits3 = "System.Console.WriteLine(\"no database\"); return 3;";

    [SlowFact(Slow.Builds)]
    public void A_failed_run_is_one_warning_that_comes_again_without_a_second_run()
    {
        var workspace = new Workspace(packages).App(source: Exits3);

        var first = workspace.Build().ShouldSucceed();
        var second = workspace.Build("App", "--no-restore").ShouldSucceed();

        first.Recordings.ShouldBe(1);
        first.WarningCodes.ShouldBe(["DG0002"]);
        second.Recordings.ShouldBe(0);
        second.WarningCodes.ShouldBe(["DG0002"]);
        workspace.Write("App/Program.cs", "return 0;").Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBeEmpty();
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void DepGraphFailBuild_makes_it_an_error_and_the_next_build_tries_again()
    {
        var workspace = new Workspace(packages).App(source: Exits3, properties: "<DepGraphFailBuild>true</DepGraphFailBuild>");

        workspace.Build().ShouldFail().ErrorCodes.ShouldBe(["DG0002"]);

        var second = workspace.Build("App", "--no-restore").ShouldFail();
        second.Recordings.ShouldBe(1);
        second.ErrorCodes.ShouldBe(["DG0002"]);
    }

    [SlowFact(Slow.Builds)]
    public void The_usual_means_set_the_severity()
    {
        var workspace = new Workspace(packages).App(source: Exits3);

        workspace.Build("App", "-p:NoWarn=DG0002").ShouldSucceed().WarningCodes.ShouldBeEmpty();
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBe(["DG0002"]);
        workspace.Build("App", "--no-restore", "-p:WarningsAsErrors=DG0002").ShouldFail().ErrorCodes.ShouldBe(["DG0002"]);
    }

    [Fact]
    public void A_wrong_option_is_one_error_with_a_code()
    {
        var workspace = new Workspace(packages).App(properties: "<DepGraphTimeout>soon</DepGraphTimeout>");
        workspace.Build().ShouldFail().ErrorCodes.ShouldBe(["DG0014"]);
    }
}
