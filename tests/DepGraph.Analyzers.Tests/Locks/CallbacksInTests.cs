using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>In an assembly of tests it is a test that is called back: a suggestion. A lock that hangs for certain is told there too.</summary>
public class CallbacksInTests
{
    [Theory]
    [InlineData("xunit.core", "DG1006")]
    [InlineData("nunit.framework", "DG1006")]
    [InlineData("MSTest.TestFramework", "DG1006")]
    [InlineData("xunit.abstractions.of.others", "DG1002")]
    public async Task Are_suggestions_by_the_framework_that_is_referenced(string framework, string id)
    {
        using var workspace = new AdhocWorkspace();
        var used = TestProject.Open(workspace.CurrentSolution, framework, "public class Fact { }");
        var marked = """
            public class Fixture
            {
                private readonly object _gate = new();
                private readonly SemaphoreSlim _one = new(1);
                public event EventHandler? Changed;
                public void Raise() { lock (_gate) { {|ID:Changed?.Invoke(this, EventArgs.Empty)|}; } }
                public void Hang() { _one.Wait(); {|DG1004:Again()|}; _one.Release(); }
                private void Again() { _one.Wait(); _one.Release(); }
            }
            """.Replace("ID", id, StringComparison.Ordinal).Insert(0, "#nullable enable\n");
        await TwoProjects<LockHeldDuringCallbackAnalyzer>.FindTheMarks(marked,
            TestProject.Open(used.Solution, "Test", MarkedSource.Parse(marked).Text, new ProjectReference(used.Id)));
    }
}
