using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.CodeFixes.Closures;
using DepGraph.Analyzers.CodeFixes.Locks;
using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests;

/// <summary>FixAll over two projects of two files each, of which one uses the other: it mends the project it is asked for, or both, and all compiles.</summary>
public class EveryFixInAWholeSolution
{
    private const string Loop = """
        public class C1
        {
            readonly List<Action> _all = new();
            void Fill() { for (int i = 0; i < 3; i++) { _all.Add(() => C2.Show(i)); _all.Add(() => C2.Show(i)); } }
        }
        """;

    private const string Raise = """
        public class C1
        {
            readonly object _gate = new();
            int _n;
            public event Action Done;
            void Add() { lock (_gate) { _n++; Done?.Invoke(); } C2.Show(_n); }
        }
        """;

    private const string Complete = """
        public class C1
        {
            readonly object _gate = new();
            readonly TaskCompletionSource _tcs = new();
            void End() { lock (_gate) _tcs.SetResult(); C2.Show(1); }
        }
        """;

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Copies_the_variables_of_loops(FixAllScope scope) => Check<LoopClosureAnalyzer, LoopCopyFix>(scope, Loop, each: 2);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Moves_callbacks_behind_their_locks(FixAllScope scope) =>
        Check<LockHeldDuringCallbackAnalyzer, MoveBehindLockFix>(scope, Raise, each: 1);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Runs_continuations_asynchronously(FixAllScope scope) =>
        Check<LockHeldDuringCallbackAnalyzer, RunContinuationsAsynchronouslyFix>(scope, Complete, each: 1);

    /// <summary>Four files with the same text, with names of their own.</summary>
    private static async Task Check<TAnalyzer, TFix>(FixAllScope scope, string text, int each)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        string Part(string project, int number) => text.Replace("C1", $"{project}{number}").Replace("C2", "Used");
        using var workspace = new AdhocWorkspace();
        var used = TestProject.Open(workspace.CurrentSolution, "Used", "public static class Used { public static void Show(int n) { } }" + Part("A", 1))
            .AddDocument("More.cs", Part("A", 2), filePath: TestProject.Root + "Used/More.cs").Project;
        var user = TestProject.Open(used.Solution, "User", Part("B", 1), new ProjectReference(used.Id))
            .AddDocument("More.cs", Part("B", 2), filePath: TestProject.Root + "User/More.cs").Project;

        (await FixAllRun<TAnalyzer, TFix>.Left(scope, user.Solution)).ShouldBe([0, scope == FixAllScope.Project ? 2 * each : 0]);
    }
}
