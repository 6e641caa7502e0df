using DepGraph.Analyzers.CodeFixes.Locks;
using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Locks;

public class RunningContinuationsAsynchronously
{
    [Theory]
    [InlineData("= new TaskCompletionSource<int>();", "= new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);")]
    [InlineData("= new();", "= new(TaskCreationOptions.RunContinuationsAsynchronously);")]
    [InlineData("= new(\"state\");", "= new(\"state\", TaskCreationOptions.RunContinuationsAsynchronously);")]
    [InlineData("= new(TaskCreationOptions.None);", "= new(TaskCreationOptions.RunContinuationsAsynchronously);")]
    [InlineData(
        "= new(TaskCreationOptions.DenyChildAttach);",
        "= new(TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously);")]
    public async Task Adds_the_flag_to_the_creation(string creation, string expected)
    {
        var result = await FixRun<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>.FixFirst(WithField(creation));

        result.ShouldNotBeNull().Text.ShouldBe(WithField(expected));
        result.Left.ShouldBeEmpty();
    }

    [Fact]
    public async Task Adds_it_to_every_creation_in_one_go()
    {
        var all = await FixRun<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>.FixAll("""
            public class Waiters
            {
                private readonly object _gate = new();
                private readonly Queue<TaskCompletionSource<int>> _waiting = new();
                private TaskCompletionSource _done = new();
                public void Add(bool first)
                {
                    var one = first ? new TaskCompletionSource<int>() : new TaskCompletionSource<int>(3);
                    lock (_gate) _waiting.Enqueue(one);
                }
                public void Done() { lock (_gate) { _waiting.Dequeue().SetResult(1); _done.SetResult(); _done = new TaskCompletionSource(); } }
            }
            """);

        all.ShouldNotBeNull().Left.ShouldBeEmpty(all.Text);
    }

    [Fact]
    public async Task Is_not_offered_for_a_source_made_elsewhere() =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>.FixFirst("""
            public class Waiters
            {
                private readonly object _gate = new();
                public void Done(TaskCompletionSource source) { lock (_gate) { source.SetResult(); } }
            }
            """)).ShouldBeNull();

    private static string WithField(string creation) => $$"""
        public class Waiters
        {
            private readonly object _gate = new();
            private readonly TaskCompletionSource<int> _done {{creation}}
            public void Done() { lock (_gate) { _done.SetResult(1); } }
        }
        """;
}
