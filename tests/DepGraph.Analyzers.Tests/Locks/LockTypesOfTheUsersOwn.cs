using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Locks;

public class LockTypesOfTheUsersOwn
{
    private const string Gates = """
        namespace Own
        {
            public abstract class Gate { public abstract void In(); public abstract bool TryIn(); public abstract void Out(); }
            public abstract class Door { public abstract IDisposable Hold(); public abstract Task<IDisposable> HoldAsync(CancellationToken token = default); }
        }
        public class Store(Own.Gate gate, Own.Door door)
        {
            public event Action? Changed;
            private readonly Own.Gate _gate = gate;
            private readonly Own.Door _door = door;
            public void Add()
            {
                _gate.In();
                try { {|DG1002:Changed?.Invoke()|}; } finally { _gate.Out(); }
                Changed?.Invoke();
            }
            public void Try()
            {
                if (!_gate.TryIn()) { Changed?.Invoke(); return; }
                {|DG1002:Changed?.Invoke()|};
                _gate.Out();
            }
            public async Task Scope()
            {
                using (_door.Hold()) { {|DG1002:Changed?.Invoke()|}; }
                Changed?.Invoke();
                {
                    using var held = await _door.HoldAsync().ConfigureAwait(false);
                    {|DG1002:Changed?.Invoke()|};
                }
                Changed?.Invoke();
                var kept = await _door.HoldAsync();
                {|DG1002:Changed?.Invoke()|};
                kept.Dispose();
                Changed?.Invoke();
            }
        }
        """;

    [Fact]
    public Task Are_named_in_editorconfig() => Store.Source(Gates, """
        depgraph.lock.acquire_methods = Own.Gate.In, Own.Gate.TryIn
        depgraph.lock.release_methods = Own.Gate.Out
        depgraph.lock.scope_methods = Own.Door.Hold, Own.Door.HoldAsync
        """);

    [Fact]
    public Task Are_no_locks_where_nobody_says_so() =>
        Store.Source(System.Text.RegularExpressions.Regex.Replace(Gates, @"\{\|DG\d{4}:|\|\}", ""));

    [Fact]
    public async Task A_name_that_is_no_method_name_is_reported_once()
    {
        var found = await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(
            TestProject.Compile("class A { }"), "depgraph.lock.acquire_methods = not a name!\n");

        found.ShouldHaveSingleItem().Id.ShouldBe(DiagnosticIds.InvalidOption);
    }
}
