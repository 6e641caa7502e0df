using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class ClosuresThatRunOn
{
    [Fact]
    public Task In_a_task_kept_in_a_list() => Flagged("for (int i = 0; i < 3; i++) tasks.Add(Task.Run(() => Use([|i|]))); await Task.WhenAll(tasks);");

    [Fact]
    public Task In_a_task_kept_through_a_local() => Flagged("for (int i = 0; i < 3; i++) { var task = Task.Run(() => Use([|i|])); tasks.Add(task); }");

    [Fact]
    public Task In_a_task_nobody_keeps() => Flagged("for (int i = 0; i < 3; i++) Task.Run(() => Use([|i|]));");

    [Fact]
    public Task In_a_discarded_task() => Flagged("for (int i = 0; i < 3; i++) _ = Task.Run(async () => { await Task.Delay(1); Use([|i|]); });");

    [Fact]
    public Task In_a_local_task_nobody_awaits() => Flagged("for (int i = 0; i < 3; i++) { var task = Task.Run(() => Use([|i|])); Use(task.Id); }");

    [Fact]
    public Task In_a_task_made_by_a_factory() => Flagged("for (int i = 0; i < 3; i++) tasks.Add(Task.Factory.StartNew(() => Use([|i|])));");

    [Fact]
    public Task In_a_cold_task() => Flagged("for (int i = 0; i < 3; i++) { var task = new Task(() => Use([|i|])); task.Start(); }");

    [Fact]
    public Task In_a_continuation() => Flagged("for (int i = 0; i < 3; i++) tasks.Add(Task.Delay(1).ContinueWith(_ => Use([|i|])));");

    [Fact]
    public Task On_a_thread() => Flagged("for (int i = 0; i < 3; i++) new Thread(() => Use([|i|])).Start();");

    [Fact]
    public Task On_a_thread_joined_after_the_loop() => Flagged("""
        var threads = new List<Thread>();
        for (int i = 0; i < 3; i++)
        {
            var thread = new Thread(() => Use([|i|])) { IsBackground = true };
            thread.Start();
            threads.Add(thread);
        }
        foreach (var thread in threads) thread.Join();
        """);

    [Fact]
    public Task On_the_thread_pool() => Flagged("for (int i = 0; i < 3; i++) ThreadPool.QueueUserWorkItem(_ => Use([|i|]));");

    [Fact]
    public Task On_a_timer() => Flagged("for (int i = 0; i < 3; i++) { var timer = new Timer(_ => Use([|i|]), null, 0, 10); GC.KeepAlive(timer); }");

    [Fact]
    public Task On_a_started_worker() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            var worker = new System.ComponentModel.BackgroundWorker();
            worker.DoWork += (sender, e) => Use([|i|]);
            worker.RunWorkerAsync();
        }
        """);

    [Fact]
    public Task On_a_started_component_timer() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            var timer = new System.Timers.Timer(10);
            timer.Elapsed += (sender, e) => Use([|i|]);
            timer.Start();
        }
        """);

    [Fact]
    public Task On_cancellation() => Flagged("for (int i = 0; i < 3; i++) token.Register(() => Use([|i|]));");

    [Fact]
    public Task On_a_synchronization_context() => Flagged("for (int i = 0; i < 3; i++) SynchronizationContext.Current.Post(_ => Use([|i|]), null);");

    [Fact]
    public Task On_notification_of_an_observable() => Flagged(
        "for (int i = 0; i < 3; i++) source.Subscribe(new Observer(() => Use([|i|])));",
        "IObservable<int> source; class Observer(Action next) : IObserver<int> { public void OnNext(int value) => next(); public void OnError(Exception e) " +
            "{ } public void OnCompleted() { } }");

    [Fact]
    public Task In_an_async_lambda_called_at_once() => Flagged(
        "for (int i = 0; i < 3; i++) tasks.Add(((Func<Task>)(async () => { await Task.Delay(1); Use([|i|]); }))());");

    [Fact]
    public Task In_an_async_local_function_called_without_waiting() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            tasks.Add(Show());
            async Task Show() { await Task.Delay(1); Use([|i|]); }
        }
        """);

    [Fact]
    public Task In_an_iterator_local_function() => Flagged("""
        var all = new List<IEnumerable<int>>();
        for (int i = 0; i < 3; i++)
        {
            all.Add(Each());
            IEnumerable<int> Each() { yield return [|i|]; }
        }
        """);

    [Fact]
    public Task In_an_async_lambda_given_to_a_void_delegate() =>
        Flagged("for (int i = 0; i < 3; i++) numbers.ForEach(async n => { await Task.Delay(n); Use([|i|]); });");

    [Fact]
    public Task In_an_own_async_method_that_calls_back_later() => Flagged(
        "for (int i = 0; i < 3; i++) tasks.Add(Later(() => Use([|i|])));",
        "static async Task Later(Action action) { await Task.Delay(1); action(); }");

    [Fact]
    public Task In_a_batch_awaited_after_the_loop() => Flagged("""
        for (int i = 0; i < 3; i++) tasks.Add(Task.WhenAll(numbers.Select(async n => { await Task.Delay(n); Use([|i|]); })));
        await Task.WhenAll(tasks);
        """);

    [Fact]
    public Task On_a_timer_made_enabled_or_enabled_later() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            var one = new System.Timers.Timer { Interval = 9, Enabled = true };
            one.Elapsed += (sender, e) => Use([|i|]);
            var two = new System.Timers.Timer(9);
            two.Elapsed += (sender, e) => Use([|i|]);
            two.Enabled = true;
        }
        """);

    [Fact]
    public Task In_the_last_task_awaited_after_the_loop() =>
        Flagged("Task last = null; for (int i = 0; i < 3; i++) last = Task.Run(() => Use([|i|])); await last;");

    [Fact]
    public Task Signalled_but_waited_for_only_after_the_loop() =>
        Flagged("var done = new CountdownEvent(3); for (int i = 0; i < 3; i++) Task.Run(() => { Use([|i|]); done.Signal(); }); done.Wait();");

    [Fact]
    public Task Into_an_own_method_that_starts_it_and_forgets() =>
        Flagged("for (int i = 0; i < 3; i++) Start(async () => { await Task.Delay(1); Use([|i|]); });", "static void Start(Func<Task> run) { run(); }");

    [Theory]
    [InlineData("static async void Wait(Task task) { try { await task; } catch { } }")]
    [InlineData("async void Wait(Task task) { await task.ConfigureAwait(false); }")]
    public Task Into_a_helper_that_forgets_it_in_an_async_void_local_function(string local) => Flagged(
        "for (int i = 0; i < 3; i++) Ignore(Task.Run(() => Use([|i|])));",
        $"static void Ignore(Task task) {{ if (task.IsCompleted) _ = task.Exception; else Wait(task); {local} }}");

    [Fact]
    public Task Into_a_helper_whose_local_function_captures_the_task() => Flagged(
        "for (int i = 0; i < 3; i++) Ignore(Task.Run(() => Use([|i|])));",
        "static void Ignore(Task task) { if (!task.IsCompleted) Wait(); async void Wait() { try { await task; } catch { } } }");

    [Fact]
    public Task In_a_task_whose_exception_is_looked_at_without_waiting() =>
        Flagged("for (int i = 0; i < 3; i++) { var task = Task.Run(() => Use([|i|])); Use(task.Exception); }");
}
