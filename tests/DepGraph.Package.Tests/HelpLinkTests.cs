using Microsoft.Build.Framework;

namespace DepGraph.Package.Tests;

public class HelpLinkTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Expected = "DG0002 depgraph(0) https://github.com/depgraph/depgraph/blob/main/docs/rules/DG0002.md";

    [SlowFact(Slow.Builds)]
    public void A_warning_of_a_recording_and_its_replay_link_to_the_page_of_the_code()
    {
        var workspace = new Workspace(packages).App(source: "return 3;");
        string[] logger = [$"-logger:{typeof(LinkLogger).FullName},{typeof(LinkLogger).Assembly.Location};{workspace.At("links.txt")}"];

        workspace.Build("App", logger).ShouldSucceed().Recordings.ShouldBe(1);
        File.ReadAllLines(workspace.At("links.txt")).ShouldBe([Expected]);

        workspace.Build("App", ["--no-restore", .. logger]).ShouldSucceed().Recordings.ShouldBe(0);
        File.ReadAllLines(workspace.At("links.txt")).ShouldBe([Expected]);
    }

    [SlowFact(Slow.Builds)]
    public void A_recorder_that_ends_in_a_way_it_never_should_is_one_warning()
    {
        var workspace = new Workspace(packages).App().Write("depgraph.dll", "no assembly");

        var result = workspace.Build("App", $"-p:_DepGraphProgram={workspace.At("depgraph.dll")}").ShouldSucceed();

        result.WarningCodes.ShouldBe(["DG0016"], result.Output);
    }
}

/// <summary>What an editor is told of a warning; a binlog does not keep the link.</summary>
public sealed class LinkLogger : ILogger
{
    private readonly List<string> _warnings = [];

    public LoggerVerbosity Verbosity { get; set; }

    public string? Parameters { get; set; }

    public void Initialize(IEventSource eventSource) =>
        eventSource.WarningRaised += (_, warning) => _warnings.Add($"{warning.Code} {warning.File}({warning.LineNumber}) {warning.HelpLink}");

    public void Shutdown() => File.WriteAllLines(Parameters!, _warnings);
}
