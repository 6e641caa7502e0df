using DepGraph.Graph;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Graph;

/// <seealso cref="LoadSequence"/>
public class AMillionNodes
{
    private const int Count = 1_000_000;

    [Fact]
    public void In_one_chain_are_a_million_steps_from_its_end()
    {
        var sequence = LoadSequence.Of(Graph(Enumerable.Range(0, Count - 1).Select(i => new Edge(i, i + 1, Evidence.Load, []))));

        sequence.Steps.Count.ShouldBe(Count);
        sequence.Steps[0].Members.ShouldBe([Count - 1]);
        sequence.Steps[^1].Members.ShouldBe([0]);
    }

    [Fact]
    public void In_one_ring_are_one_component() =>
        Condensation.Of(Graph(Enumerable.Range(0, Count).Select(i => new Edge(i, (i + 1) % Count, Evidence.Load, []))))
            .Components.ShouldHaveSingleItem().Members.Count.ShouldBe(Count);

    [SlowFact("five million edges")]
    public void With_five_million_edges_have_a_sequence_too()
    {
        var random = new Random(1);
        var pairs = Enumerable.Range(0, 5 * Count).Select(_ => (From: random.Next(Count), To: random.Next(Count)));
        var graph = Graph(pairs.Select(p => new Edge(Math.Min(p.From, p.To), Math.Max(p.From, p.To), Evidence.Load, [])));

        LoadSequence.Of(graph).Steps.Count.ShouldBe(Count);
    }

    private static LoadGraph Graph(IEnumerable<Edge> edges) =>
        GraphText.Make(Enumerable.Range(0, Count).Select(i => GraphText.Sample("N", i)), edges);
}
