namespace DepGraph.Package.Tests;

public class NotRecordedTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private Workspace Quiet => new Workspace(packages, nameof(NotRecordedTests)).App(source: "static class Program { static void Main() { } }");

    [SlowTheory(Slow.Builds)]
    [InlineData("OutputType=Library")]
    [InlineData("IsTestProject=true")]
    [InlineData("IsTestingPlatformApplication=true")]
    [InlineData("DepGraph=false")]
    [InlineData("DesignTimeBuild=true")]
    public void Libraries_tests_design_time_builds_and_who_opts_out_are_left_alone(string property)
    {
        var result = Quiet.Build("App", "-p:" + property).ShouldSucceed();

        result.Recordings.ShouldBe(0);
        result.Output.ShouldNotContain("DG0");
        Directory.GetDirectories(Quiet.Folder, "depgraph", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void A_build_that_fails_starts_nothing()
    {
        var workspace = new Workspace(packages).App(source: "does not compile");
        var result = workspace.Build().ShouldFail();
        result.Recordings.ShouldBe(0);
        result.ErrorCodes.ShouldAllBe(code => code.StartsWith("CS"));
    }

    [Fact]
    public void A_build_inside_of_a_recorded_app_is_not_recorded_itself()
    {
        DotNet.Run(Quiet.At("App"), ["build", "-bl"], new() { ["DEPGRAPH_RECORDING"] = "1" }).ShouldSucceed().Recordings.ShouldBe(0);
    }

    [SlowFact(Slow.Builds)]
    public void What_cannot_run_here_is_said_once_with_a_code()
    {
        Quiet.Run("App", "restore").ShouldSucceed();
        foreach (var (property, reason) in new[]
                 {
                     ("RuntimeIdentifier=aix-ppc64", "built for aix-ppc64"),
                     ("PlatformTarget=ppc64", "built for ppc64"),
                     ("PublishAot=true", "NativeAOT"),
                     ("TargetPlatformIdentifier=android", "built for android"),
                     ("TargetFrameworkIdentifier=.NETFramework", "does not tell what it loads"),
                 })
        {
            var output = Quiet.Run("App", "msbuild", "-nologo", "-t:_DepGraphBuild", $"-p:{property}").ShouldSucceed().Output;
            output.Split('\n').Where(line => line.Contains("DG0008")).ShouldHaveSingleItem().ShouldContain(reason);
        }
    }
}
