using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Tests.Locks;

public class ThroughHelpers
{
    [Fact]
    public Task Private_internal_and_protected_methods_are_followed() => Store.With("""
        public void One() { lock (_gate) { {|DG1002:Raise()|}; Quiet(); } }
        public void Two() { lock (_gate) {|DG1002:Internal()|}; }
        public void Three() { lock (_gate) {|DG1002:Protected()|}; }
        public void Four() { lock (_gate) {|DG1002:Static(this)|}; }
        private void Raise() => Changed?.Invoke(this, EventArgs.Empty);
        internal void Internal() { if (_count > 0) Raise(); }
        protected void Protected() => Internal();
        private static void Static(Store store) => store.Raise();
        private void Quiet() => _count++;
        """);

    [Fact]
    public async Task The_message_names_the_way_and_the_places_are_additional()
    {
        var found = await Store.With("""
            public void Add() { lock (_gate) { {|DG1002:Notify()|}; } }
            private void Notify() => Second();
            private void Second() => Changed?.Invoke(this, EventArgs.Empty);
            """);

        var message = found.ShouldHaveSingleItem().GetMessage();
        message.ShouldContain("'Changed'");
        message.ShouldContain("'_gate'");
        message.ShouldContain("Notify > Second");
        found[0].AdditionalLocations.Select(Text).ShouldBe([".Invoke(this, EventArgs.Empty)", "_gate"]);
    }

    [Fact]
    public async Task One_callback_is_told_once_for_each_lock_and_declaration_with_the_other_ways_as_places()
    {
        var found = await Store.With("""
            public event Action? Other;
            public void Add()
            {
                lock (_gate) { _count++; {|DG1002:Raise()|}; Through(); if (_count > 3) Raise(); {|DG1002:Other?.Invoke()|}; {|DG1002:Other?.Invoke()|}; }
                lock (this) {|DG1002:Through()|};
            }
            public void Remove() { lock (_gate) {|DG1002:Raise()|}; }
            private void Through() => Raise();
            private void Raise() => Changed?.Invoke(this, EventArgs.Empty);
            """);

        found[0].AdditionalLocations.Select(Text).ShouldBe([".Invoke(this, EventArgs.Empty)", "_gate", "Through()", "Raise()"]);
    }

    [Fact]
    public Task A_public_method_of_another_type_is_followed() => Store.Source("""
        public interface IListener { void OnReport(string what); }
        public sealed class Telemetry(IListener listener, Action? sent)
        {
            private readonly object _own = new();
            private int _count;
            public event Action? Reported;
            public void Report(string what) => listener.OnReport(what);
            public void Raise() { lock (_own) _count++; Reported?.Invoke(); }
            public void Send() => sent?.Invoke();
            public int Count() { lock (_own) return _count; }
            public static Telemetry Shared { get; } = new(null!, null);
        }
        public sealed class Controller(Telemetry telemetry)
        {
            private readonly object _gate = new();
            public void Open() { lock (_gate) { {|DG1002:telemetry.Report("open")|}; telemetry.Count(); } }
            public void Close() { lock (_gate) { {|DG1002:telemetry.Raise()|}; {|DG1002:telemetry.Send()|}; } }
            public void OpenAll() { lock (_gate) {|DG1002:Telemetry.Shared.Raise()|}; }
        }
        """);

    [Fact]
    public Task Another_type_is_followed_for_four_calls() => Store.Source("""
        public sealed class Far
        {
            public event Action? Seen;
            public void One() => Two();
            public void Two() => Three();
            public void Three() => Four();
            public void Four() => Seen?.Invoke();
        }
        public class Store(Far far)
        {
            private readonly object _gate = new();
            public void Add() { lock (_gate) {|DG1002:far.One()|}; }
            public void Remove() { lock (_gate) Own(); }
            private void Own() => far.One();
        }
        """);

    [Fact]
    public Task A_callback_under_the_helpers_own_hold_of_the_lock_is_told_once() => Store.With("""
        public void AddTwice() { lock (_gate) { Add(); Add(); } }
        public void AddUnderAnother(object other) { lock (other) {|DG1002:Add()|}; }
        internal void Add() { lock (_gate) {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
        """);

    [Fact]
    public Task Helpers_that_take_the_lock_are_found_in_other_types_and_behind_each_other() => Store.Source("""
        internal sealed class Gate
        {
            private readonly object _inner = new();
            public void Take() => Monitor.Enter(_inner);
            public void Give() => Monitor.Exit(_inner);
        }
        internal sealed class Outer
        {
            public readonly Gate Gate = new();
            public void Begin() => Gate.Take();
            public void End() => Gate.Give();
        }
        public class Store
        {
            private readonly Outer _outer = new();
            public event Action? Changed;
            public void Add()
            {
                Changed?.Invoke();
                _outer.Begin();
                try { {|DG1002:Changed?.Invoke()|}; }
                finally { _outer.End(); }
                Changed?.Invoke();
            }
        }
        """);

    [Fact]
    public Task Local_functions_properties_constructors_and_operators_are_followed() => Store.With("""
        private int Size { get { Changed?.Invoke(this, EventArgs.Empty); return 1; } set => Changed?.Invoke(this, EventArgs.Empty); }
        private int Quiet { get; set; }
        private sealed class Part { public Part(Store owner) { owner.Changed?.Invoke(owner, EventArgs.Empty); } }
        public void Add()
        {
            lock (_gate)
            {
                {|DG1002:Local()|};
                _count = {|DG1002:Size|};
                {|DG1002:Size|} = 3;
                Quiet = Quiet + 1;
                _ = {|DG1002:new Part(this)|};
            }
            void Local() { Changed?.Invoke(this, EventArgs.Empty); }
        }
        """);

    [Fact]
    public Task Base_class_methods_are_followed() => Store.Source("""
        public abstract class Observable
        {
            public event Action? Changed;
            protected void Raise() => Changed?.Invoke();
            protected void Count() { }
        }
        public sealed class Model : Observable
        {
            private readonly object _gate = new();
            public void Set() { lock (_gate) { Count(); {|DG1002:Raise()|}; } }
        }
        """);

    [Fact]
    public Task The_classic_On_method_is_found_by_the_event_it_raises() => Store.Source("""
        public class Model : System.ComponentModel.INotifyPropertyChanged
        {
            private readonly object _gate = new();
            private int _x;
            public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged;
            protected virtual void OnPropertyChanged(string name) => PropertyChanged?.Invoke(this, new(name));
            public int X { get { lock (_gate) return _x; } set { lock (_gate) { _x = value; {|DG1002:OnPropertyChanged(nameof(X))|}; } } }
        }
        """);

    [Fact]
    public Task A_delegate_handed_to_a_helper_that_invokes_it_is_followed() => Store.With("""
        public void Add(Action callback)
        {
            lock (_gate)
            {
                {|DG1002:Run(callback)|};
                {|DG1002:Run(() => Changed?.Invoke(this, EventArgs.Empty))|};
                Run(() => _count++);
                Run(Quiet);
                Keep(callback);
                {|DG1002:Run2(callback)|};
            }
        }
        private static void Run(Action act) => act();
        private static void Run2(Action act) => Run(() => act());
        private Action? _kept;
        private void Keep(Action act) => _kept = act;
        private void Quiet() { }
        """);

    [Fact]
    public Task What_a_helper_formats_depends_on_what_it_is_given() => Store.With("""
        public void Add(object item, string text)
        {
            lock (_gate) { {|DG1003:Write(item)|}; Write(text); Write(5); }
        }
        private void Write(object value) => Console.WriteLine(value);
        """);

    [Fact]
    public Task A_helper_that_releases_the_lock_first_is_quiet() => Store.With("""
        public void Add()
        {
            Monitor.Enter(_gate);
            RaiseUnlocked();
            {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|};
            Monitor.Exit(_gate);
            Changed?.Invoke(this, EventArgs.Empty);
        }
        private void RaiseUnlocked()
        {
            Monitor.Exit(_gate);
            Changed?.Invoke(this, EventArgs.Empty);
            Monitor.Enter(_gate);
        }
        """);

    [Fact]
    public Task Helpers_that_take_and_release_the_lock_make_a_region() => Store.With("""
        public void Add()
        {
            EnterLock();
            try { {|DG1002:Changed?.Invoke(this, EventArgs.Empty)|}; }
            finally { ExitLock(); }
            Changed?.Invoke(this, EventArgs.Empty);
        }
        private void EnterLock() => Monitor.Enter(_gate);
        private void ExitLock() => Monitor.Exit(_gate);
        """);

    [Fact]
    public Task A_helper_that_takes_the_lock_in_a_finally_block_makes_a_region() => Store.Source("""
        public sealed class Gate
        {
            private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.SupportsRecursion);
            public void Take() { try { } finally { _lock.EnterReadLock(); } }
            public void Give() => _lock.ExitReadLock();
        }
        public class Store
        {
            private readonly Gate _gate = new();
            private Store? _parent;
            public event Action? Changed;
            public void Set(Store parent) => _parent = parent;
            public void One() { _gate.Take(); try { {|DG1002:Changed?.Invoke()|}; } finally { _gate.Give(); } }
            public void All()
            {
                for (Store? at = this; at is not null; at = at._parent)
                {
                    at._gate.Take();
                    try { {|DG1002:at.Changed?.Invoke()|}; }
                    finally { at._gate.Give(); }
                }
            }
        }
        """);

    [Fact]
    public Task An_own_scope_type_is_understood_from_its_source() => Store.Source("""
        public sealed class AsyncLock
        {
            private readonly SemaphoreSlim _one = new(1, 1);
            public async Task<Releaser> LockAsync() { await _one.WaitAsync(); return new Releaser(this); }
            public readonly struct Releaser(AsyncLock owner) : IDisposable { public void Dispose() => owner._one.Release(); }
        }
        public class Store
        {
            private readonly AsyncLock _lock = new();
            public event Action? Changed;
            public async Task Add()
            {
                using (await _lock.LockAsync()) { {|DG1002:Changed?.Invoke()|}; }
                Changed?.Invoke();
            }
        }
        """);

    [Fact]
    public Task What_an_async_helper_does_after_its_first_await_is_not_under_a_lock_that_does_not_await() => Store.With("""
        private readonly SemaphoreSlim _one = new(1);
        public void Start() { lock (_gate) { _ = Later(); _ = {|DG1002:Now()|}; } }
        public async Task Run() { await _one.WaitAsync(); await {|DG1002:Later()|}; _one.Release(); }
        private async Task Later() { await Task.Yield(); Changed?.Invoke(this, EventArgs.Empty); }
        private async Task Now() { Changed?.Invoke(this, EventArgs.Empty); await Task.Yield(); }
        """);

    [Fact]
    public Task Recursion_ends() => Store.With("""
        public void Add() { lock (_gate) { Even(3); {|DG1002:Odd(3)|}; } }
        private void Even(int n) { if (n > 0) Even(n - 1); }
        private void Odd(int n) { if (n > 0) Third(n); }
        private void Third(int n) { Odd(n - 1); if (n == 0) Changed?.Invoke(this, EventArgs.Empty); }
        """);

    [Fact]
    public Task Partial_types_are_one_type() => Store.Source("""
        public partial class Model { private readonly object _gate = new(); public void Set() { lock (_gate) { {|DG1002:Raise()|}; } } }
        public partial class Model { public event Action? Changed; private void Raise() => Changed?.Invoke(); }
        """);

    [Theory]
    [InlineData("_own.WaitOne();", "_own.ReleaseMutex();")]
    [InlineData("this._own.WaitOne();", "this._own.ReleaseMutex();")]
    [InlineData("_holder.Lock.WaitOne();", "_holder.Lock.ReleaseMutex();")]
    [InlineData("_holder?.Lock.WaitOne();", "_holder?.Lock.ReleaseMutex();")]
    [InlineData("Mutex one = _own; one.WaitOne();", "Mutex one = _own; one.ReleaseMutex();")]
    [InlineData("var one = _own; one.WaitOne();", "var one = _own; one.ReleaseMutex();")]
    public Task A_helper_is_seen_however_it_reaches_the_lock(string take, string release) => Store.Source($$"""
        public class Holder { public readonly Mutex Lock = new(); }
        public class Store
        {
            private readonly Mutex _own = new();
            private readonly Holder _holder = new();
            public event Action? Changed;
            public void Add() { Begin(); {|DG1002:Changed?.Invoke()|}; End(); Changed?.Invoke(); }
            private void Begin() { {{take}} }
            private void End() { {{release}} }
        }
        """);

    [Fact]
    public Task A_helper_around_a_helper_is_seen_however_often_the_inner_one_is_called() => Store.Source($$"""
        public class Store
        {
            private readonly Mutex _own = new();
            private int _count;
            public event Action? Changed;
            public void Add() { Begin(); {|DG1002:Changed?.Invoke()|}; Give(); }
            public void Count() { {{string.Concat(Enumerable.Repeat("Take(); _count++; Give(); ", 70))}} }
            private void Begin() => Take();
            private void Take() => _own.WaitOne();
            private void Give() => _own.ReleaseMutex();
        }
        """);

    [Fact]
    public Task Partial_methods_take_a_lock_where_they_are_implemented() => Store.Source("""
        public partial struct Gate(SemaphoreSlim? given) { private readonly SemaphoreSlim _one = new(1, 1);
            public partial bool TryTake(); public partial void Give(); }
        public partial struct Gate { public partial bool TryTake() => _one.Wait(5); public partial void Give() => _one.Release(); }
        public class Store
        {
            private readonly Gate _gate = new(null);
            public event Action? Changed;
            public void Add()
            {
                if (!_gate.TryTake()) { Changed?.Invoke(); return; }
                {|DG1002:Changed?.Invoke()|};
                _gate.Give();
                Changed?.Invoke();
            }
        }
        """);

    [Fact]
    public Task An_own_iterator_runs_where_it_is_enumerated() => Store.With("""
        public void Add(Func<int> make)
        {
            lock (_gate)
            {
                var later = Make(make);
                foreach (var one in {|DG1006:Make(make)|}) _count += one;
            }
        }
        private static IEnumerable<int> Make(Func<int> make) { yield return make(); }
        """);

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
