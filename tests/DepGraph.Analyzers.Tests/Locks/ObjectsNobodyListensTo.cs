namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Cancelling and completing call back only where somebody can have registered.</summary>
public class ObjectsNobodyListensTo
{
    [Fact]
    public Task A_token_source_whose_token_only_ends_waits_is_quiet() => Store.With("""
        private CancellationTokenSource? _delay;
        private readonly CancellationTokenSource _loop = new();
        private CancellationTokenSource _flag = new();
        private readonly SemaphoreSlim _signal = new(0);
        public async Task Later()
        {
            var cts = new CancellationTokenSource();
            lock (_gate) { _delay?.Cancel(); _delay = cts; }
            await Task.Delay(100, cts.Token);
            lock (_gate) { if (_delay == cts) _delay = null; }
            cts.Dispose();
        }
        public void Start() => _ = Loop(_loop.Token);
        private async Task Loop(CancellationToken token)
        {
            while (!token.IsCancellationRequested) { await _signal.WaitAsync(token).ConfigureAwait(false); token.ThrowIfCancellationRequested(); Step(token); }
        }
        private static void Step(CancellationToken token) { if (token.IsCancellationRequested) return; }
        public void Stop()
        {
            lock (_gate)
            {
                _loop.Cancel(); _flag.Cancel(); _flag.Dispose(); _flag = new CancellationTokenSource();
                Interlocked.Exchange(ref _delay, null)?.Cancel();
                if (_flag.IsCancellationRequested) _count++;
            }
        }
        """);

    [Fact]
    public Task A_token_source_in_an_object_that_only_this_type_can_name_is_quiet() => Store.With("""
        private class Queue { public CancellationTokenSource? Pending { get; set; } public CancellationTokenSource Shown = new(); }
        public class Open { public CancellationTokenSource? Pending { get; set; } }
        private readonly Dictionary<int, Queue> _queues = new();
        private readonly Open _open = new();
        public void Put(int kind) { lock (_gate) { var queue = _queues[kind]; if (queue.Pending == null) queue.Pending = new CancellationTokenSource(); } }
        public Task Wait(int kind) => Task.Delay(5, _queues[kind].Pending!.Token);
        public CancellationToken Show(int kind) => _queues[kind].Shown.Token;
        public void Done(int kind)
        {
            lock (_gate) { _queues[kind].Pending?.Cancel(); {|DG1002:_queues[kind].Shown.Cancel()|}; {|DG1002:_open.Pending?.Cancel()|}; }
        }
        """);

    [Fact]
    public Task A_token_source_whose_token_gets_to_others_is_found() => Store.With("""
        private readonly CancellationTokenSource _public = new();
        private readonly CancellationTokenSource _given = new();
        private readonly CancellationTokenSource _registered = new();
        private readonly CancellationTokenSource _handed;
        private readonly CancellationTokenSource _through = new();
        private readonly CancellationTokenSource _kept = new();
        private readonly CancellationTokenSource _linked = new();
        private CancellationToken _token;
        internal readonly CancellationTokenSource Open = new();
        public Store(CancellationTokenSource handed) => _handed = handed;
        public CancellationToken Token => _public.Token;
        public Task Run(Func<CancellationToken, Task> run)
        {
            _registered.Token.Register(() => _count++);
            Own(_through.Token); _token = _kept.Token; _ = CancellationTokenSource.CreateLinkedTokenSource(_linked.Token);
            return run(_given.Token);
        }
        private void Own(CancellationToken token) { using (token.Register(() => _count++)) { } }
        protected CancellationToken Kept() => _token;
        public void Stop()
        {
            lock (_gate)
            {
                {|DG1002:_public.Cancel()|}; {|DG1002:_given.Cancel()|}; {|DG1002:_registered.Cancel()|}; {|DG1002:_handed.Cancel()|};
                {|DG1002:_through.Cancel()|}; {|DG1002:_kept.Cancel()|}; {|DG1002:_linked.Cancel()|}; {|DG1002:Open.Cancel()|};
            }
        }
        """);

    [Fact]
    public Task A_token_source_that_only_the_platform_can_hear_of_is_a_suggestion() => Store.Source("""
        public interface IShown { Task Send(CancellationToken token); }
        internal interface IOwn { Task Send(CancellationToken token); }
        internal class Own : IOwn { public Task Send(CancellationToken token) => Task.Delay(5, token); }
        public class Client(IShown shown, object own)
        {
            private readonly object _gate = new();
            private int _count;
            private CancellationTokenSource? _reading, _working, _hidden, _open, _called, _registered;
            public void Start(Stream stream, Func<CancellationToken, Task> call)
            {
                _reading = new CancellationTokenSource(); _working = new(); _hidden = new(); _open = new(); _called = new(); _registered = new();
                _ = Read(stream, _reading.Token);
                _ = Task.Run(() => { if (_working.Token.IsCancellationRequested) throw new OperationCanceledException(_working.Token); }, _working.Token);
                _ = ((IOwn)own).Send(_hidden.Token);
                _ = shown.Send(_open.Token);
                _ = call(_called.Token);
                _registered.Token.Register(() => _count++);
            }
            private async Task Read(Stream stream, CancellationToken token) { while (await stream.ReadAsync(new byte[1], token) > 0) _count++; }
            public void Stop()
            {
                lock (_gate)
                {
                    {|DG1006:_reading?.Cancel()|}; {|DG1006:_working?.Cancel()|}; _hidden?.Cancel();
                    {|DG1002:_open?.Cancel()|}; {|DG1002:_called?.Cancel()|}; {|DG1002:_registered?.Cancel()|};
                }
            }
        }
        """);

    [Fact]
    public Task A_token_handed_to_an_interface_of_the_own_assembly_goes_to_what_implements_it() => Store.Source("""
        public interface IShown { Task Send(CancellationToken token); }
        internal interface IQuiet { Task Send(CancellationToken token); }
        internal interface ILoud { Task Send(CancellationToken token); }
        internal class Reads(Stream stream) : IQuiet { public async Task Send(CancellationToken token) => await stream.ReadAsync(new byte[1], token); }
        internal class Hands(IShown shown) : ILoud { public Task Send(CancellationToken token) => shown.Send(token); }
        internal class Sends(Stream stream) : ILoud { public Task Send(CancellationToken token) => stream.FlushAsync(token); }
        internal class Client(IQuiet quiet, ILoud loud)
        {
            private readonly object _gate = new();
            private CancellationTokenSource? _kept, _shown;
            public void Start()
            {
                _kept = new(); _shown = new();
                _ = quiet.Send(_kept.Token);
                _ = loud.Send(_shown.Token);
            }
            public void Stop() { lock (_gate) { {|DG1006:_kept?.Cancel()|}; {|DG1002:_shown?.Cancel()|}; } }
        }
        """);

    [Fact]
    public Task An_object_made_just_before_is_quiet() => Store.With("""
        private CancellationTokenSource? _cts;
        private TaskCompletionSource? _done;
        public CancellationToken Token => _cts!.Token;
        public Task Failed(bool now)
        {
            lock (_gate)
            {
                var tcs = new TaskCompletionSource();
                if (now) tcs.SetException(new Exception());
                _cts = new CancellationTokenSource();
                if (now) _cts.Cancel();
                _done = new TaskCompletionSource();
                _done.TrySetResult();
                return tcs.Task;
            }
        }
        """);

    [Fact]
    public Task A_linked_source_made_just_before_is_quiet() => Store.With("""
        public void Start(CancellationToken token, Action<CancellationToken> shown)
        {
            lock (_gate)
            {
                var linked = CancellationTokenSource.CreateLinkedTokenSource(token);
                if (_count > 0) linked.Cancel();
                {|DG1002:shown(linked.Token)|};
                {|DG1002:linked.Cancel()|};
            }
        }
        """);

    [Fact]
    public Task An_object_made_before_and_shown_since_is_found() => Store.With("""
        private CancellationTokenSource? _cts;
        private TaskCompletionSource? _done;
        private Task? _task;
        public CancellationToken Token => _cts!.Token;
        protected Task? Shown => _task;
        private void Register() => _cts!.Token.Register(() => _count++);
        public void Failed(Action<Task> see, bool now, Store other)
        {
            lock (_gate)
            {
                var tcs = new TaskCompletionSource();
                _task = tcs.Task;
                {|DG1002:tcs.SetResult()|};
                _cts = new CancellationTokenSource();
                {|DG1002:see(Task.Delay(1, _cts.Token))|};
                {|DG1002:_cts.Cancel()|};
                _done = new TaskCompletionSource();
                {|DG1002:other._done!.SetResult()|};
                _cts = new CancellationTokenSource();
                Register();
                {|DG1002:_cts.Cancel()|};
                var loop = new TaskCompletionSource();
                while (now) { {|DG1002:loop.TrySetResult()|}; _task = loop.Task; }
            }
        }
        """);

    [Fact]
    public Task Is_quiet_where_the_token_is_polled_cancels_a_task_that_did_not_begin_or_is_linked_to_what_only_waits() => Store.With("""
        private CancellationTokenSource? _polled;
        private CancellationTokenSource _started = new();
        private CancellationTokenSource? _linked;
        private Task? _setup;
        [System.Diagnostics.Conditional("DEBUG")]
        private static void Assert([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string where) { }
        public void Connect(Task before)
        {
            lock (_gate)
            {
                Assert(_polled == null, nameof(Store));
                _polled = new CancellationTokenSource();
                var token = _polled.Token;
                _setup = before.ContinueWith(t => { if (token.IsCancellationRequested) { return; } _count++; }, TaskContinuationOptions.ExecuteSynchronously);
            }
        }
        public Task Start() => Task.Factory.StartNew(() => _count++, _started.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        public Task Run() => Task.Run(() => _count++, _started.Token);
        public void Open()
        {
            _linked = new CancellationTokenSource();
            using var both = CancellationTokenSource.CreateLinkedTokenSource(_linked.Token);
            Task.Delay(5, both.Token).Wait();
        }
        public void Disconnect()
        {
            lock (_gate)
            {
                if (_polled != null) { _polled.Cancel(); _polled.Dispose(); _polled = null; }
                _started.Cancel(); _started = new CancellationTokenSource();
                _linked?.Cancel();
            }
        }
        """);

    [Fact]
    public Task Is_reported_where_the_linked_token_is_handed_out_or_registered() => Store.With("""
        private CancellationTokenSource _linked = new(), _other = new();
        public void Open(Func<CancellationToken, Task> run)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(_linked.Token);
            run(both.Token).Wait();
            using var mine = CancellationTokenSource.CreateLinkedTokenSource(_other.Token);
            mine.Token.Register(() => _count++);
        }
        public void Close() { lock (_gate) { {|DG1002:_linked.Cancel()|}; {|DG1002:_other.Cancel()|}; } }
        """);
}
