namespace DepGraph.Analyzers.Tests.Locks;

public class LoopsThatSleep
{
    [Fact]
    public Task Wait_for_another_thread_where_they_ask_what_it_changes() => Store.With("""
        private volatile bool _running;
        public bool Running { get; private set; }
        private object? _data;
        public void Pause(Thread worker)
        {
            lock (_gate)
            {
                while (_running) {|DG1005:Thread.Sleep(1)|};
                while (Running) { {|DG1005:Thread.Sleep(TimeSpan.FromSeconds(1))|}; }
                do { {|DG1005:Thread.Yield()|}; } while (worker.IsAlive);
                for (var i = 0; _data != null && i < 10; i++) {|DG1005:Thread.Sleep(5)|};
                while (true)
                {
                    if (!_running) break;
                    {|DG1005:Thread.Sleep(1)|};
                }
                var spin = new SpinWait();
                while (IsBusy()) {|DG1005:spin.SpinOnce()|};
            }
            while (_running) Thread.Sleep(1);
        }
        private bool IsBusy() => _running;
        """);

    [Fact]
    public Task Wait_for_nobody_where_they_only_count_or_let_time_pass() => Store.With("""
        private int _state;
        public void Write(string file, DateTime until)
        {
            lock (_gate)
            {
                Thread.Sleep(5);
                for (var i = 0; i < 3; i++) { Thread.Sleep(5); _count++; }
                while (DateTime.UtcNow < until) Thread.Sleep(5);
                foreach (var part in file) { Thread.Sleep(1); }
                while (_count < 3)
                {
                    try { _count++; File.Delete(file); }
                    catch (IOException) { Thread.Sleep(5); }
                }
                var spin = new SpinWait();
                while (Interlocked.CompareExchange(ref _state, 1, 0) != 0) spin.SpinOnce();
                while (true) { _count++; if (_count > 3) throw new TimeoutException(); Thread.Sleep(1); }
            }
        }
        """);

    [Fact]
    public async Task Are_told_with_what_they_wait_for() => (await Store.With("""
        private volatile bool _busy;
        public void Pause() { lock (_gate) { while (_busy) {|DG1005:Thread.Sleep(1)|}; } }
        """)).ShouldHaveSingleItem().GetMessage().ShouldStartWith("The thread sleeps until another changes '_busy' while the lock '_gate' is held");
}
