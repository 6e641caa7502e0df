using DepGraph.Graph;
using DepGraph.Reports.PlainText;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.PlainText;

/// <seealso cref="BuildLine"/>
public class TheLineOfABuild
{
    private const string Page = "/src/bin/App.html";

    [Fact]
    public void Says_what_was_ready_when_and_where_the_page_is() => Line("App A").ShouldBe($"DepGraph: App ready after 100 ms, 2 assemblies: {Page}");

    [Fact]
    public void Says_at_the_first_time_that_the_app_was_started_and_how_to_switch_it_off() =>
        BuildLine.Of(Graph("App A"), null, Page, isFirst: true)
            .ShouldBe($"DepGraph: started App to record its startup (DepGraph=false in the project switches this off): ready after 100 ms, 2 " +
                $"assemblies: {Page}");

    [Fact]
    public void Says_what_came_and_went_since_the_last_recording() =>
        Line("App A B C D E", "App A F").ShouldBe($"DepGraph: App ready after 100 ms, 6 assemblies; new: B, C, D and 1 more; gone: F: {Page}");

    [Fact]
    public void Says_nothing_of_a_change_where_nothing_changed() => Line("App A", "App A").ShouldBe(Line("App A"));

    [Fact]
    public void Takes_no_run_that_ended_early_for_a_change()
    {
        var whole = Graph("App A");
        var part = Graph("App") with { Run = Graph("App").Run with { IsPartial = true } };

        BuildLine.Of(whole, part, Page, isFirst: false).ShouldNotContain("new:");
        BuildLine.Of(part, whole, Page, isFirst: false).ShouldNotContain("gone:");
    }

    [UnixFact]
    public void Names_a_path_with_spaces_by_its_address()
    {
        BuildLine.Clickable("/a/Müller-1.0/App.html").ShouldBe("/a/Müller-1.0/App.html");
        BuildLine.Clickable("/a b/App: 100%#1.html").ShouldBe("file:///a%20b/App:%20100%25%231.html");
    }

    private static string Line(string now, string? last = null) => BuildLine.Of(Graph(now), last is null ? null : Graph(last), Page, isFirst: false);

    /// <summary>The app, then what it loads.</summary>
    private static LoadGraph Graph(string names) =>
        GraphText.Parse(["App", .. names.Split(' ').Skip(1).Select(name => $"App -> {name}")]) with { Run = GraphText.Finished(100) };
}
