using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Locks;

public class WhileTyping
{
    [Fact]
    public Task Nothing_throws_however_far_the_code_is_typed() => AnalyzerRun<LockHeldDuringCallbackAnalyzer>.SurvivesTyping("""
        using System.Runtime.CompilerServices;
        public partial class Store(Action given)
        {
            private readonly object _gate = new();
            private readonly SemaphoreSlim _one = new(1, 1);
            private readonly TaskCompletionSource _done = new();
            private Action _kept = given ?? throw new Exception();
            public event Action? Changed;
            public int Size { get { lock (_gate) return Raise(); } init => _kept(); }
            [MethodImpl(MethodImplOptions.Synchronized)]
            public virtual IEnumerable<int> All<T>(T item, IEnumerable<T> items) { foreach (var i in items) yield return i!.ToString()!.Length; }
            private int Raise() { Changed?.Invoke(); return Local(3); int Local(int n) => n > 0 ? Local(n - 1) : Size; }
            public async Task Run(Func<Task> work)
            {
                if (!await _one.WaitAsync(5)) return;
                try { await work(); _done.TrySetResult(); lock (_gate) { _kept?.Invoke(); using var x = new MemoryStream(); } }
                catch (Exception e) when (e is { Message: var text } && text.Length > 3) { goto end; }
                finally { _one.Release(); }
                end: Console.WriteLine($"{work} {(work, 1)}");
            }
        }
        """);

    [Theory]
    [InlineData("public void A() { lock (missing) { Changed?.Invoke(this, Missing.Empty); Missing(); } }")]
    [InlineData("public void A() { lock (_gate) { lock (_gate) { foreach (var x in missing) x(); } }")]
    [InlineData("public void A() { Monitor.Enter(); Monitor.Exit(_gate, 1); Monitor.TryEnter(ref _gate); }")]
    [InlineData("public void A() { using (_lock.EnterScope( { Changed(); }")]
    [InlineData("public int A => lock (_gate) { 1 };")]
    [InlineData("private readonly SemaphoreSlim _s = new(missing); void A() { _s.Wait(); Changed(); _s.Release(\"x\"); }")]
    [InlineData("class Loop : Loop { object g; virtual void X() { lock (g) X(); } }")]
    [InlineData("void A() { var query = Enumerable.Empty<int>(); query = query.Where(q => true); lock (_gate) foreach (var x in query) { } }")]
    [InlineData("void A() { Action a = null!; a = () => a(); lock (_gate) a(); }")]
    [InlineData("void A(System.Reflection.MethodInfo m, Type t) { m = m.MakeGenericMethod(t); var n = m; n = n.MakeGenericMethod(t); " +
        "lock (_gate) n.Invoke(null, null); }")]
    [InlineData("List<Action> _a = new(), _b; void A() { _a.AddRange(_a); _b = _a; _a = _b; " +
        "lock (_gate) foreach (var a in _a.Where(x => true)) { a(); _b[0](); } }")]
    [InlineData("void A() { object[] all = null; all = new object[] { all }; " +
        "lock (_gate) string.Format(\"\", all); Console.WriteLine(new object[missing], all[]); }")]
    [InlineData("CancellationTokenSource _c; void A() { _c = _c; var d = _c ?? _c; d = (_c ??= d); lock (_gate) { d?.Cancel(); _c.Cancel( } }")]
    [InlineData("event Action E { add => value(); remove { } } void A() { E += E; lock (_gate) { E += ; E += missing; } }")]
    [InlineData("int P => P; void A() { lock (_gate) { var p = P; } }")]
    public async Task Broken_or_endless_code_is_survived(string members) =>
        await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(TestProject.Compile(
            "public class Store { private readonly object _gate = new(); public event EventHandler? Changed; " + members + " }"));
}
