using DepGraph.Reports.Drawing;

namespace DepGraph.Tests.Support;

/// <summary>A fact that needs Graphviz. Where everything must be tested it fails without; elsewhere it says why it is skipped.</summary>
internal sealed class FactWithDotAttribute : FactAttribute
{
    public FactWithDotAttribute()
    {
        if (Graphviz.Find() is null && Environment.GetEnvironmentVariable("DEPGRAPH_TEST_ALL") != "1") Skip = $"Graphviz's dot is not on PATH. {Graphviz.HowToGet}";
    }
}
