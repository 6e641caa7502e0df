using DepGraph.Analyzers.Platform;
using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

public class WhatWaits
{
    private const string Begin = "<!-- waiting members: written by the tests of DepGraph.Analyzers.Tests (DEPGRAPH_WRITE_DOCS=1) -->\n";
    private const string End = "<!-- end of waiting members -->";

    [Fact]
    public void Is_what_the_page_lists()
    {
        var path = Repository.PathOf("docs", "rules", "DG1005.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var stop = page.IndexOf(End, StringComparison.Ordinal);
        stop.ShouldBeGreaterThanOrEqualTo(start);

        var rows = WaitingMethods.Types.Select(type =>
            $"| `{string.Join(".", new[] { type.Namespace, type.Name }.Where(part => part.Length > 0))}` "
                + $"| {string.Join(", ", type.Members.Select(member => $"`{member}`"))} | {For(type.Kind)} |");
        var table = string.Join("\n", rows.Prepend("|---|---|---|").Prepend("| Type | Members | Waits for |")) + "\n";
        if (Switches.WriteDocs)
            File.WriteAllText(path, page[..start] + table + page[stop..]);
        else
            page[start..stop].ShouldBe(table);
    }

    private static string For(WaitKind kind) => kind switch
    {
        WaitKind.Task => "a task",
        WaitKind.Signal => "a signal of another thread",
        WaitKind.Condition => "a condition to become true",
        WaitKind.Loop => "what a loop around it asks for",
        WaitKind.Pulse => "a pulse; it gives up its own lock alone",
        WaitKind.Thread => "the end of a thread",
        WaitKind.Workers => "the threads it works with",
        WaitKind.Process => "the end of a process",
        WaitKind.Item => "an item another thread adds",
        WaitKind.Room => "room, in a collection with a bound",
        WaitKind.Registration => "a callback that runs just now",
        WaitKind.UserInterface => "the thread of the user interface",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    [Fact]
    public Task Loops_that_share_their_work_with_other_threads() => Store.With("""
        public void Close(List<Stream> all)
        {
            lock (_gate) { {|DG1005:Parallel.ForEach(all, one => one.Close())|}; all.ForEach(one => one.Close()); }
            Parallel.For(0, 3, i => all[i].Close());
        }
        """);

    [Fact]
    public Task Registrations_that_are_seen_as_disposables() => TwoProjects.FindTheMarks("""
        namespace Microsoft.Extensions.Primitives
        {
            public interface IChangeToken { IDisposable RegisterChangeCallback(Action<object?> callback, object? state); }
            public static class ChangeToken { public static IDisposable OnChange(Func<IChangeToken> token, Action changed) => null!; }
        }
        """, """
        #nullable enable
        using Microsoft.Extensions.Primitives;
        public sealed class Watcher
        {
            private readonly object _gate = new();
            private IDisposable? _changes;
            private IDisposable? _cancelled;
            private IDisposable? _other;
            public void Start(IChangeToken token, CancellationToken stop)
            {
                lock (_gate)
                {
                    _changes = token.RegisterChangeCallback(_ => Restart(), null);
                    _cancelled = stop.Register(Restart);
                    _other = new MemoryStream();
                }
            }

            private void Restart() { lock (_gate) { } }
            public void Stop() { lock (_gate) { {|DG1005:_changes?.Dispose()|}; {|DG1005:_cancelled?.Dispose()|}; _other?.Dispose(); } }
            public void Last() { IDisposable? changes; lock (_gate) changes = _changes; changes?.Dispose(); }
        }
        """);

    [Fact]
    public Task Tasks() => Store.With("""
        private readonly Task<int> _task = Compute();
        private static async Task<int> Compute() { await Task.Yield(); return 1; }
        private static async ValueTask<int> Value() { await Task.Yield(); return 1; }
        public void Add(Task given, Task<int>[] all)
        {
            lock (_gate)
            {
                {|DG1005:given.Wait()|};
                _count = {|DG1005:_task.Result|};
                {|DG1005:Compute().GetAwaiter().GetResult()|};
                {|DG1005:Compute().ConfigureAwait(false).GetAwaiter().GetResult()|};
                _count += {|DG1005:Value().Result|};
                {|DG1005:Value().GetAwaiter().GetResult()|};
                {|DG1005:Value().AsTask().Wait()|};
                {|DG1005:Task.WaitAll(all)|};
                {|DG1005:Task.WaitAny(Compute(), Compute())|};
                {|DG1005:Compute().Wait(500)|};
            }
            given.Wait();
            _count += Compute().Result;
        }
        """);

    [Fact]
    public Task Signals_and_threads_and_processes() => Store.With("""
        private readonly ManualResetEventSlim _slim = new();
        private readonly AutoResetEvent _event = new(false);
        private readonly CountdownEvent _down = new(2);
        private readonly Barrier _barrier = new(2);
        private readonly SemaphoreSlim _signal = new(0);
        private readonly Semaphore _slots = new(3, 3);
        private readonly BlockingCollection<int> _queue = new();
        private readonly BlockingCollection<int> _bounded = new(boundedCapacity: 3);
        private readonly Thread _thread = new(() => { });
        private readonly SynchronizationContext _ui = new();
        public void Add(System.Diagnostics.Process process, WaitHandle handle)
        {
            lock (_gate)
            {
                {|DG1005:_slim.Wait()|};
                {|DG1005:_event.WaitOne()|};
                {|DG1005:handle.WaitOne(100)|};
                {|DG1005:WaitHandle.WaitAll([_event, handle])|};
                {|DG1005:_down.Wait()|};
                {|DG1005:_barrier.SignalAndWait()|};
                {|DG1005:_signal.Wait()|};
                {|DG1005:_slots.WaitOne()|};
                {|DG1005:_thread.Join()|};
                {|DG1005:process.WaitForExit()|};
                _count += {|DG1005:_queue.Take()|};
                {|DG1005:_queue.TryTake(out _count, 50)|};
                foreach (var item in {|DG1005:_queue.GetConsumingEnumerable()|}) _count += item;
                {|DG1005:_bounded.Add(1)|};
                {|DG1005:SpinWait.SpinUntil(() => _count > 3)|};
                {|DG1005:_ui.Send(_ => _count++, null)|};
            }
        }
        """);

    [Fact]
    public Task A_registration_that_is_disposed() => Store.With("""
        private CancellationTokenRegistration _one;
        private CancellationTokenRegistration? _maybe;
        public void Start(CancellationToken token) { _one = token.Register(() => { lock (_gate) _count++; }); _maybe = _one; }
        public void Stop(CancellationToken token)
        {
            lock (_gate)
            {
                {|DG1005:_one.Dispose()|};
                {|DG1005:_maybe?.Dispose()|};
                using ({|DG1005:token.Register(() => _count++)|}) { }
                _one.Unregister();
            }
            _one.Dispose();
        }
        """);

    [Fact]
    public Task The_thread_of_a_user_interface() => TwoProjects.FindTheMarks(
        "namespace Windows { public class Dispatcher { public void Invoke(Action what) { } public void BeginInvoke(Action what) { } } }",
        """
        public class View(Windows.Dispatcher dispatcher)
        {
            private readonly object _gate = new();
            private int _count;
            public void Show() { lock (_gate) { {|DG1005:dispatcher.Invoke(() => _count++)|}; dispatcher.BeginInvoke(() => _count++); } }
        }
        """);

    [Fact]
    public Task Helpers_up_to_three_calls_deep() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public void One(Task task) { lock (_gate) { {|DG1005:First(task)|}; Zeroth(task); } }
        public async Task Two(Task task) { await _one.WaitAsync(); try { {|DG1005:Third(task)|}; await task; } finally { _one.Release(); } }
        private static void Zeroth(Task task) => First(task);
        private static void First(Task task) => Second(task);
        private static void Second(Task task) => Third(task);
        private static void Third(Task task) => task.Wait();
        """);

    [Fact]
    public Task A_task_a_helper_is_given_is_over_where_its_caller_knows_it() => Store.With("""
        public async Task Add(Task<int> over, Task<int> running)
        {
            await over;
            lock (_gate) { _count = Wait(over); _count = Wait(Task.FromResult(1)); _count = {|DG1005:Wait(running)|}; }
        }
        private static int Wait(Task<int> task) => task.GetAwaiter().GetResult();
        """);

    [Theory]
    [InlineData("task.Wait();",
        "The thread waits for the task 'task' while the lock '_gate' is held: if what is waited for needs the lock, both wait for ever")]
    [InlineData("Compute(1,\n 2).Wait(500);",
        "The thread waits for the task 'Compute(...)' while the lock '_gate' is held: if what is waited for needs the lock, both wait until the time is over")]
    [InlineData("_registration.Dispose();",
        "Disposing the registration '_registration' waits for its callback where that runs just now while the lock '_gate' is held: "
            + "if the callback needs the lock, both wait for ever; Unregister does not wait")]
    public async Task The_message_says_what_is_waited_for_and_what_may_come_of_it(string wait, string message)
    {
        var found = await Store.With($$"""
            private CancellationTokenRegistration _registration;
            private static async Task Compute(int one, int two) => await Task.Yield();
            public void Use(CancellationToken token) => _registration = token.Register(() => { });
            public void Add(Task task) { lock (_gate) { {|DG1005:{{wait.TrimEnd(';')}}|}; } }
            """);

        found.ShouldHaveSingleItem().GetMessage().ShouldBe(message);
    }
}
