using DepGraph.Graph;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.PlainText;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.PlainText;

/// <seealso cref="CausesText"/>
public class CausesForTheEditor
{
    [Fact]
    public void Are_a_line_each_with_parts_between_tabs() => CausesText.Lines(FullGraph.Make()).ShouldBe(
    [
        "depgraph causes 1",
        "Shop\tsrc/Shop/Program.cs\t12\tsha256:00ff\t2\t53.5\tsrc/Shop/Program.cs:8\tfirst use of Ünïcode 𝄞 here, 2 assemblies, 53.5 ms" +
            "\tvar plugin = Load(\"größe\");",
    ]);

    [Fact]
    public void Keep_their_form_whatever_the_names_hold()
    {
        var graph = GraphText.Parse("App -> A") with { LineCosts = [new LineCost(0, "a\tb\n", 3, "M\t\n", 50) { Text = "x\ty\nz" }] };
        CausesText.Lines(graph).Last().Split('\t').Length.ShouldBe(9);
        CausesText.Lines(graph).ShouldAllBe(line => !line.Contains('\n'));
    }

    [Fact]
    public void Lie_in_a_file_of_long_ago_that_has_another_time_when_it_has_another_content()
    {
        using var folder = new TemporaryFolder();
        var options = new ReportOptions { Formats = ["causes"] };
        ReportSet.Write(FullGraph.Make(), folder.Path, options);
        var time = File.GetLastWriteTimeUtc(folder["Shop.causes.txt"]);
        time.Year.ShouldBeInRange(2000, 2010);

        ReportSet.Write(FullGraph.Make() with { LineCosts = [] }, folder.Path, options);
        File.GetLastWriteTimeUtc(folder["Shop.causes.txt"]).ShouldNotBe(time);
    }
}
