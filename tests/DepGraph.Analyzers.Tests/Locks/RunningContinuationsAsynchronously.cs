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
    [InlineData("= new(default(TaskCreationOptions));", "= new(TaskCreationOptions.RunContinuationsAsynchronously);")]
    [InlineData(
        "= new(TaskCreationOptions.DenyChildAttach);",
        "= new(TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously);")]
    public async Task Adds_the_flag_to_the_creation(string creation, string expected)
    {
        var result = await FixRun<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>.FixFirst(WithField(creation));

        result.ShouldNotBeNull().Text.ShouldBe(WithField(expected));
        result.Left.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("= new(TaskCreationOptions.None);")]
    [InlineData("= new(\"state\", TaskCreationOptions.None);")]
    [InlineData("= new(Environment.HasShutdownStarted ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);")]
    public async Task Is_no_matter_where_an_explicit_None_says_that_they_are_to_run_at_once(string creation) =>
        (await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(TestProject.Compile(WithField(creation)))).ShouldBeEmpty();

    [Theory]
    [InlineData("// Continuations run at once, in the caller's context.\n    private readonly TaskCompletionSource<int> _done = new();")]
    [InlineData("private readonly TaskCompletionSource<int> _done = new(); // no RunContinuationsAsynchronously: order matters")]
    [InlineData("private readonly TaskCompletionSource<int> _done = new(/* continuation runs inline */);")]
    public async Task Is_not_offered_where_a_comment_says_how_they_are_to_run(string field)
    {
        var source = WithField("= new();").Replace("private readonly TaskCompletionSource<int> _done = new();", field, StringComparison.Ordinal);

        (await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(TestProject.Compile(source))).ShouldHaveSingleItem();
        (await FixRun<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>.FixFirst(source)).ShouldBeNull();
    }

    [Fact]
    public async Task Is_titled_in_words() =>
        (await FixRun<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>.Titles(WithField("= new(); // made early")))
            .ShouldBe(["Run the continuations asynchronously"]);

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
