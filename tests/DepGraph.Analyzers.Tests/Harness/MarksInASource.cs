using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Tests.Harness;

public class MarksInASource
{
    [Fact]
    public void Are_taken_out_of_the_text_and_kept_as_spans()
    {
        var source = MarkedSource.Parse("a [|b|] {|DG1003:c [|d|]|}");

        source.Text.ShouldBe("a b c d");
        source.Spans.ShouldBe([new(null, new TextSpan(2, 1)), new("DG1003", new TextSpan(4, 3)), new(null, new TextSpan(6, 1))]);
    }
}
