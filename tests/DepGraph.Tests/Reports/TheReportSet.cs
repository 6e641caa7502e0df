using DepGraph.Graph;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Tests.Support;
using DepGraph.Text;

namespace DepGraph.Tests.Reports;

/// <seealso cref="ReportSet"/>
public class TheReportSet
{
    private static readonly LoadGraph Graph = GraphText.Parse("App -> A", "A -> B", "B -> A");

    private static readonly ReportOptions Plain = new() { Formats = ["text", "json", "dot", "loadsequence"] };

    [Fact]
    public void Writes_each_file_under_the_apps_name()
    {
        using var folder = new TemporaryFolder();
        ReportSet.Write(Graph, folder.Path, Plain);

        folder.Files.ShouldBe(["App.dag.dot", "App.depgraph.json", "App.graph.dot", "App.loadsequence.json", "App.loadsequence.txt"]);
        File.ReadAllText(folder["App.loadsequence.txt"]).ShouldBe("2 A (A, B)\n1 App\n");
    }

    [Fact]
    public void Makes_every_output_again_from_the_graph_file_alone()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        ReportSet.Write(FullGraph.Make(), first.Path, new ReportOptions());
        ReportSet.Write(GraphJsonReader.ReadFile(first["Shop.depgraph.json"]), second.Path, new ReportOptions());

        second.Files.ShouldBe(first.Files);
        second.Files.ShouldAllBe(file => File.ReadAllText(first[file]) == File.ReadAllText(second[file]));
    }

    [Fact]
    public void Leaves_a_file_alone_whose_content_is_the_same()
    {
        using var folder = new TemporaryFolder();
        ReportSet.Write(Graph, folder.Path, Plain);
        var longAgo = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in folder.Files)
            File.SetLastWriteTimeUtc(folder[file], longAgo);

        ReportSet.Write(Graph with { Run = GraphText.Finished(5) }, folder.Path, Plain);

        folder.Files.Where(file => File.GetLastWriteTimeUtc(folder[file]) != longAgo).ShouldBe(["App.depgraph.json", "App.loadsequence.json"]);
    }

    [Fact]
    public void Refuses_a_format_there_is_none_of_before_it_writes()
    {
        using var folder = new TemporaryFolder();
        var refusal = Should.Throw<DepGraphException>(() => ReportSet.Write(Graph, folder.Path, new ReportOptions { Formats = ["text", "pdf"] }));

        refusal.Code.ShouldBe(Codes.InvalidOption);
        refusal.Message.ShouldContain("\"pdf\"");
        refusal.Message.ShouldContain("json, dot, svg");
        folder.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Says_which_file_it_could_not_write_and_leaves_none_half_written()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["App.depgraph.json"]);

        var failure = Should.Throw<DepGraphException>(() => ReportSet.Write(Graph, folder.Path, Plain));

        failure.Code.ShouldBe(Codes.OutputNotWritable);
        failure.Message.ShouldContain("App.depgraph.json");
        folder.Files.ShouldBe(["App.loadsequence.txt"]);
    }

    [Fact]
    public void Says_so_when_the_folder_is_a_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "");

        Should.Throw<DepGraphException>(() => ReportSet.Write(Graph, folder["taken"], Plain)).Code.ShouldBe(Codes.OutputNotWritable);
    }

    [Theory]
    [InlineData("My.App", "My.App")]
    [InlineData("..", "_")]
    [InlineData("a/../b\\c:d", "a_.._b_c_d")]
    [InlineData(".hidden. ", "hidden")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("Größe", "Größe")]
    [InlineData("a\0b\nc", "a_b_c")]
    public void Makes_file_names_that_are_valid_everywhere(string app, string name) => FileName.Of(app).ShouldBe(name);

    [Fact]
    public void Keeps_file_names_short_enough_for_every_file_system() =>
        System.Text.Encoding.UTF8.GetByteCount(FileName.Of(string.Concat(Enumerable.Repeat("𝄞", 5000)))).ShouldBeInRange(100, 180);
}
