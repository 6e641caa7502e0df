namespace DepGraph.Tests.Support;

/// <summary>A fact that needs Node.js. Where everything must be tested it fails without; elsewhere it says why it is skipped.</summary>
internal sealed class FactWithNodeAttribute : FactAttribute
{
    public FactWithNodeAttribute()
    {
        if (!NodeJs.IsThere && Environment.GetEnvironmentVariable("DEPGRAPH_TEST_ALL") != "1") Skip = "needs Node.js (node) on PATH";
    }
}
