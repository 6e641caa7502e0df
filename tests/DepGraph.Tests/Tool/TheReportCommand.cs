using DepGraph.Reports.Json;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Tool;

/// <seealso cref="ReportCommand"/>
public sealed class TheReportCommand : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string GraphFile => _folder["Shop.depgraph.json"];

    public TheReportCommand() => File.WriteAllBytes(GraphFile, GraphJsonWriter.Write(FullGraph.Make()));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Makes_the_formats_that_are_asked_for_beside_the_file()
    {
        var (exitCode, output, errors) = Depgraph.Run("report", GraphFile, "--formats", "text,dot");

        (exitCode, errors).ShouldBe((0, ""));
        _folder.Files.ShouldBe(["Shop.dag.dot", "Shop.depgraph.json", "Shop.graph.dot", "Shop.loadsequence.txt"]);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Path.GetFileName(line))
            .ShouldBe(["Shop.loadsequence.txt", "Shop.graph.dot", "Shop.dag.dot"]);
    }

    [Fact]
    public void Makes_them_in_a_folder_that_is_not_there_yet()
    {
        Depgraph.Run("report", GraphFile, "-o", _folder["a b/ü"], "--formats", "text").ExitCode.ShouldBe(0);
        File.Exists(_folder["a b/ü/Shop.loadsequence.txt"]).ShouldBeTrue();
    }

    [Fact]
    public void Refuses_a_damaged_file_in_one_line_and_writes_nothing()
    {
        File.WriteAllText(GraphFile, "{ \"format\": \"depgraph\", \"version\": 1 }");

        var (exitCode, output, errors) = Depgraph.Run("report", GraphFile, "-o", _folder["out"]);

        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldBe("depgraph : error DG0013: Shop.depgraph.json: has no \"nodes\". The file is damaged or was not written by this version of " +
            "depgraph: record again.\n");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public void Is_pointed_to_when_nothing_is_asked_for() =>
        Depgraph.Run().ShouldBe((2, "", "depgraph : error DG0014: Required command was not provided. See 'depgraph --help'.\n"));

    [Theory]
    [InlineData("DG0014", "--formats", "pdf")]
    [InlineData("DG0014", "--frmats", "text")]
    public void Refuses_a_wrong_option_in_one_line(string code, params string[] options)
    {
        var (exitCode, output, errors) = Depgraph.Run(["report", GraphFile, .. options]);

        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldStartWith($"depgraph : error {code}: ");
        errors.Count(c => c == '\n').ShouldBe(1);
    }
}
