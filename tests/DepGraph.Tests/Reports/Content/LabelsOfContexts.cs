using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Reports.Drawing;
using DepGraph.Reports.Markdown;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Reports.Content;

/// <seealso cref="NodeLabel"/>
public class LabelsOfContexts
{
    private const string Name = "Microsoft.CodeAnalysis.CSharp.NetAnalyzers", Id = Name + "@Microsoft.CodeAnalysis.AnalyzerAssemblyLoader+DirectoryLoadContext";
    private static readonly LoadGraph Graph = GraphText.Parse($"App -> {Id}");

    [Theory]
    [InlineData("System.Linq", "System.Linq")]
    [InlineData("Plugin@Plugins", "Plugin|@Plugins")]
    [InlineData(Id, Name + "|@…DirectoryLoadContext")]
    [InlineData("Plugin@Assembly.LoadFile(Plugin.dll)#2", "Plugin|@Assembly.LoadFile(Plugin.dll)#2")]
    [InlineData("NuGet.Frameworks@MSBuild plugin NuGet.Build.Tasks.Console.Something.dll", "NuGet.Frameworks|@MSBuild plugin NuGet…nsole.Something.dll")]
    [InlineData("@", "@")]
    [InlineData("", "")]
    public void Keep_the_name_whole_and_put_the_context_below_it(string id, string lines) => NodeLabel.Lines(id).ShouldBe(lines.Split('|'));

    [Fact]
    public void Are_the_same_in_every_drawing()
    {
        var folded = FoldedGraph.OfGraph(Graph, Condensation.Of(Graph), false);
        DotWriter.Write("t", Graph.Nodes, folded, DrawnCost.Loads(Graph, folded)).ShouldContain($"label=\"{Name}\\n@…DirectoryLoadContext\"");
        MermaidWriter.Write(folded).ShouldContain($"[\"{Name}<br>#64;#8230;DirectoryLoadContext\"]");
        DiffDot.Write("t", Change()).ShouldContain($"label=\"{Name}\\n@…DirectoryLoadContext\\nnew\"");
        MermaidWriter.Write(Change()).ShouldContain($"[\"{Name}<br>#64;#8230;DirectoryLoadContext<br>new\"]");
    }

    [Fact]
    public void Are_short_for_the_other_members_of_a_cycle_too()
    {
        var cycle = GraphText.Parse($"App -> {Id}", $"{Id} -> App bind");
        var condensation = Condensation.Of(cycle);
        var folded = FoldedGraph.OfCondensation(cycle, condensation, false);
        DotWriter.Write("t", cycle.Nodes, folded, DrawnCost.Loads(cycle, folded)).ShouldContain($"in a cycle with\\n{Name} @…DirectoryLoadContext");
    }

    private static ChangeDrawing Change()
    {
        var (old, now) = (Snapshot.Of(GraphText.Parse("App")), Snapshot.Of(Graph));
        return ChangeDrawing.Of(Comparison.Between(old, now), old, now);
    }
}
