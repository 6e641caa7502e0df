namespace DepGraph.Package.Tests;

/// <summary>What a build finds can be accepted with the command it names, however strict the build is.</summary>
public class AcceptedStartupTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string LoadsXml = "System.Console.WriteLine(System.Xml.Linq.XElement.Parse(\"<a />\"));";
    private const string LoadsData = "System.Console.WriteLine(new System.Data.DataTable());";
    private const string Log = "App/bin/Debug/net10.0/depgraph/App.log";

    [SlowTheory(Slow.Builds)]
    [InlineData("-p:TreatWarningsAsErrors=true")]
    [InlineData("-p:WarningsAsErrors=DG0101")]
    [InlineData("-warnaserror:DG0101")]
    [InlineData("-warnaserror")]
    public void A_finding_that_is_an_error_is_accepted_and_not_reported(string strict)
    {
        var workspace = new Workspace(packages).App();
        File.Delete(workspace.At("App/depgraph.lock.json"));
        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();
        workspace.App(source: LoadsXml);

        var accepted = workspace.Build("App", "-t:DepGraphLock", strict).ShouldSucceed();

        accepted.WarningCodes.ShouldBeEmpty();
        accepted.ErrorCodes.ShouldBeEmpty();
        workspace.Read("App/depgraph.lock.json").ShouldContain("System.Private.Xml.Linq");
        Silent(workspace.Build("App", "--no-restore", strict));
    }

    [SlowFact(Slow.Builds)]
    public void What_a_build_failed_with_is_accepted_without_starting_the_app_again()
    {
        var workspace = new Workspace(packages).App(properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();
        workspace.Write("App/Program.cs", LoadsXml).Build("App", "--no-restore").ShouldFail().ErrorCodes.ShouldContain("DG0101");
        var recorded = File.GetLastWriteTimeUtc(workspace.At(Log));

        workspace.Build("App", "--no-restore").ShouldFail().Recordings.ShouldBe(0, "it is still true");
        var accepted = workspace.Build("App", "--no-restore", "-t:DepGraphLock").ShouldSucceed();

        accepted.Output.ShouldContain("DepGraph: accepted the startup of App");
        accepted.WarningCodes.ShouldBeEmpty();
        Silent(workspace.Build("App", "--no-restore"));
        workspace.Read("App/bin/Debug/net10.0/depgraph/App.md").ShouldNotContain("Startup now loads");
        File.GetLastWriteTimeUtc(workspace.At(Log)).ShouldBe(recorded);
    }

    [SlowFact(Slow.Builds)]
    public void A_changed_lock_file_is_compared_with_the_recording_that_is_there()
    {
        var workspace = new Workspace(packages).App();
        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();
        var mine = workspace.Read("App/depgraph.lock.json");
        var recorded = File.GetLastWriteTimeUtc(workspace.At(Log));

        workspace.Write("App/depgraph.lock.json", mine.Replace("System.Console", "System.Fantasy"));
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBe(["DG0101", "DG0103"]);
        File.Delete(workspace.At("App/depgraph.lock.json"));
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBeEmpty("there is nothing to compare with");

        File.GetLastWriteTimeUtc(workspace.At(Log)).ShouldBe(recorded);
    }

    [SlowFact(Slow.Builds)]
    public void A_build_with_more_targets_accepts_too()
    {
        var workspace = new Workspace(packages).App();
        workspace.Build("App", "-t:Rebuild;DepGraphLock").ShouldSucceed();
        workspace.Write("App/Program.cs", LoadsXml).Build("App", "-t:Rebuild;DepGraphLock").ShouldSucceed();
        workspace.Build("App", "--no-restore").ShouldSucceed().WarningCodes.ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void Each_target_framework_is_accepted_where_warnings_are_errors()
    {
        var workspace = new Workspace(packages).App(
            framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks><RollForward>Major</RollForward>",
                properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();
        workspace.Write("App/Program.cs", LoadsData).Build("App", "--no-restore").ShouldFail().ErrorCodes.ShouldContain("DG0101");

        workspace.Build("App", "--no-restore", "-t:DepGraphLock").ShouldSucceed();

        Silent(workspace.Build("App", "--no-restore"));
    }

    [SlowFact(Slow.Builds)]
    public void A_budget_that_is_exceeded_does_not_keep_the_lock_file_from_being_written()
    {
        var workspace = new Workspace(packages).App(properties: "<DepGraphMaxAssemblies>2</DepGraphMaxAssemblies>");
        workspace.Build("App", "-t:DepGraphLock", "-warnaserror").ShouldFail().ErrorCodes.ShouldBe(["DG0104"]);
        workspace.Has("App/depgraph.lock.json").ShouldBeTrue();
    }

    [SlowFact(Slow.Builds)]
    public void A_start_that_failed_is_refused_with_an_error()
    {
        var workspace = new Workspace(packages).App(source: "return 3;");

        foreach (var when in new[] { "recorded", "known" })
        {
            var refused = workspace.Build("App", "-t:DepGraphLock").ShouldFail();
            refused.ErrorCodes.ShouldBe(["DG0013"], when);
            workspace.Has("App/depgraph.lock.json").ShouldBeFalse();
            workspace.Build("App").ShouldSucceed().WarningCodes.ShouldBe(["DG0002"]);
        }
    }

    private static void Silent(BuildResult next)
    {
        next.ShouldSucceed();
        next.Recordings.ShouldBe(0);
        next.WarningCodes.ShouldBeEmpty();
    }
}
