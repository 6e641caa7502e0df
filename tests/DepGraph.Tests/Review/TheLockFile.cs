using System.Diagnostics;
using System.Text;
using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Reports.Json;
using DepGraph.Review;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Review;

/// <seealso cref="LockFile"/>
public class TheLockFile
{
    private static readonly LoadGraph Graph = GraphText.Parse("App -> B", "B -> A", "A -> B bind", "App -> C");

    [Fact]
    public void Comes_back_as_it_was_written()
    {
        var lockFile = LockFile.Of(Graph);
        var back = LockFileJson.Read(LockFileJson.Write(lockFile), "depgraph.lock.json");
        LockFileJson.Write(back).ShouldBe(LockFileJson.Write(lockFile));
        Comparison.Between(Snapshot.Of(lockFile), Snapshot.Of(back)).IsEmpty.ShouldBeTrue();
        back.Cycles.ShouldBe([["A", "B"]]);
    }

    [Fact]
    public void Holds_only_what_is_stable()
    {
        var graph = Graph with
        {
            Nodes = Graph.Nodes.Select((node, i) => node with { AtMs = i * 1.5, RunMs = 3, Version = "4.5.6.7", Cause = ["App!Main"] })
                .Append(GraphText.Sample("Emitted", 4) with { Origin = Origin.Memory }).ToList(),
        };
        var text = Encoding.UTF8.GetString(LockFileJson.Write(LockFile.Of(graph)));
        text.ShouldContain("\"B\": \"4.5\"");
        foreach (var unstable in new[] { "4.5.6", "Main", "1.5", "Emitted", "\r" })
            text.ShouldNotContain(unstable);
    }

    [Fact]
    public void A_new_assembly_is_a_few_added_lines()
    {
        var before = Lines(Graph);
        var after = Lines(GraphText.Parse("App -> B", "B -> A", "A -> B bind", "App -> BB", "App -> C"));
        before.Except(after).ShouldBeEmpty();
        after.Except(before).ShouldAllBe(line => line.Contains("\"BB\""));
        (after.Count - before.Count).ShouldBe(3); // assembly, load, step
    }

    [Fact]
    public void Two_branches_that_each_gain_an_assembly_merge()
    {
        var folder = Directory.CreateTempSubdirectory("depgraph-merge").FullName;
        try
        {
            string[] common = ["App -> Core", "App -> Data", "App -> Mail", "App -> Web"];
            Write("base", common);
            Write("ours", [.. common[..1], "App -> Csv", .. common[1..]]);
            Write("theirs", [.. common[..3], "App -> Net", common[3]]);
            var merged = ProgramRun.ToEnd(new ProcessStartInfo("git", ["merge-file", "-p", "ours", "base", "theirs"]) { WorkingDirectory = folder })
                .ShouldSucceed().Output;
            LockFileJson.Read(Encoding.UTF8.GetBytes(merged), "merged").Assemblies.Keys.ShouldBe(["App", "Core", "Csv", "Data", "Mail", "Net", "Web"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(string name, string[] edges) => File.WriteAllBytes(Path.Combine(folder, name), LockFileJson.Write(LockFile.Of(GraphText.Parse(edges))));
    }

    [Theory]
    [InlineData("", "is not JSON (line 1)")]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "is not a lock file")]
    [InlineData("""{"format":"depgraph","version":1}""", "is not a lock file")]
    [InlineData("""{"format":"depgraph.lock","version":2}""", "later version")]
    [InlineData("""{"format":"depgraph.lock","version":1,"app":"A"}""", "has no \"assemblies\"")]
    [InlineData("""{"format":"depgraph.lock","version":1,"app":"A","assemblies":[]}""", "assemblies must be an object")]
    [InlineData("""{"format":"depgraph.lock","version":1,"app":"A","assemblies":{"A":1}}""", "assemblies.A must be a string")]
    [InlineData("""{"format":"depgraph.lock","version":1,"app":"A","assemblies":{"\ud800":"1"}}""", "assemblies must have names of whole Unicode characters")]
    [InlineData("<<<<<<< ours\n{}", "has merge conflicts")]
    public void One_that_lies_gets_one_clear_error(string text, string problem)
    {
        var error = Should.Throw<DepGraphException>(() => LockFileJson.Read(Encoding.UTF8.GetBytes(text), "depgraph.lock.json"));
        error.Code.ShouldBe(Codes.InvalidInput);
        error.Message.ShouldContain("depgraph.lock.json");
        error.Message.ShouldContain(problem);
    }

    private static List<string> Lines(LoadGraph graph) =>
        Encoding.UTF8.GetString(LockFileJson.Write(LockFile.Of(graph))).Split('\n').Select(line => line.TrimEnd(',')).ToList();
}
