using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class ClosuresUsedUpInTheIteration
{
    [Fact]
    public Task Called_at_once() => Quiet("for (int i = 0; i < 3; i++) ((Action)(() => Use(i)))();");

    [Fact]
    public Task Called_through_a_local() => Quiet("for (int i = 0; i < 3; i++) { Func<int> f = () => i; Use(f() + f.Invoke()); f?.Invoke(); }");

    [Fact]
    public Task Called_through_an_outer_local_set_in_every_iteration() => Quiet("Func<int> f; for (int i = 0; i < 3; i++) { f = () => i; Use(f()); }");

    [Fact]
    public Task Local_function_only_called() => Quiet("for (int i = 0; i < 3; i++) { Show(); void Show() => Use(i); }");

    [Fact]
    public Task Local_function_from_outside_only_called() => Quiet("int i = 0; void Show() => Use(i); for (; i < 3; i++) Show();");

    [Fact]
    public Task Methods_of_lists_and_arrays() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            numbers.ForEach(n => Use(n + i));
            Use(numbers.Find(n => n == i) + numbers.RemoveAll(n => n == i) + numbers.FindIndex(n => n == i));
            if (numbers.Exists(n => n == i) || Array.Exists(words, w => w.Length == i)) numbers.Sort((a, b) => (a - b) * i);
            Use(Array.ConvertAll(words, w => w.Length + i));
        }
        """);

    [Fact]
    public Task Parallel_loops() =>
        Quiet("for (int i = 0; i < 3; i++) { Parallel.For(0, 9, n => Use(n + i)); Parallel.ForEach(words, w => Use(w + i)); Parallel.Invoke(() => Use(i), " +
            "() => Use(i)); }");

    [Fact]
    public Task Parallel_loop_awaited() =>
        Quiet("for (int i = 0; i < 3; i++) await Parallel.ForEachAsync(words, async (w, t) => { await Task.Delay(1); Use(w + i); });");

    [Fact]
    public Task Regex_spin_wait_and_concurrent_dictionary() => Quiet("""
        var all = new System.Collections.Concurrent.ConcurrentDictionary<int, int>();
        for (int i = 0; i < 3; i++)
        {
            Use(System.Text.RegularExpressions.Regex.Replace(words[i], "a", m => m.Value + i));
            SpinWait.SpinUntil(() => all.Count > i);
            all.GetOrAdd(i, n => n + i);
            all.AddOrUpdate(i, n => i, (n, old) => old + i);
            Use(string.Create(3, 0, (span, _) => span.Fill((char)i)));
        }
        """);

    [Fact]
    public Task Task_awaited() => Quiet("for (int i = 0; i < 3; i++) { await Task.Run(() => Use(i)); Use(await Task.Run(() => i).ConfigureAwait(false)); }");

    [Fact]
    public Task Task_awaited_through_a_local() => Quiet("for (int i = 0; i < 3; i++) { var task = Task.Run(() => Use(i)); Use(1); await task; }");

    [Fact]
    public Task Task_kept_and_awaited_in_the_same_iteration() =>
        Quiet("for (int i = 0; i < 3; i++) { var task = Task.Run(() => Use(i)); tasks.Add(task); await task; }");

    [Fact]
    public Task Task_blocked_on() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            Task.Run(() => Use(i)).Wait();
            Use(Task.Run(() => i).Result);
            Task.Factory.StartNew(() => Use(i)).GetAwaiter().GetResult();
            Task.WaitAll(Task.Run(() => Use(i)), Task.Run(() => Use(i)));
            new Task(() => Use(i)).RunSynchronously();
        }
        """);

    [Fact]
    public Task Batch_awaited_in_the_iteration() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            var batch = new List<Task>();
            foreach (var word in words) batch.Add(Task.Run(() => Use(word + i)));
            await Task.WhenAll(batch);
            await Task.WhenAll(numbers.Select(async n => { await Task.Delay(n); Use(i); }));
            var array = numbers.Select(n => Task.Run(() => Use(n + i))).ToArray();
            Task.WaitAll(array);
        }
        """);

    [Fact]
    public Task Task_raced_against_a_timeout() => Quiet("for (int i = 0; i < 3; i++) await Task.WhenAny(Task.Run(() => Use(i)), Task.Delay(9));");

    [Fact]
    public Task Thread_joined() => Quiet("for (int i = 0; i < 3; i++) { var thread = new Thread(() => Use(i)); thread.Start(); thread.Join(); }");

    [Fact]
    public Task Threads_of_the_iteration_joined() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            var threads = new List<Thread>();
            foreach (var word in words) { var thread = new Thread(() => Use(word + i)); thread.Start(); threads.Add(thread); }
            foreach (var thread in threads) thread.Join();
        }
        """);

    [Fact]
    public Task Sent_to_a_context() => Quiet("for (int i = 0; i < 3; i++) SynchronizationContext.Current.Send(_ => Use(i), null);");

    [Fact]
    public Task Registration_disposed_of() =>
        Quiet("for (int i = 0; i < 3; i++) { using var registration = token.Register(() => Use(i)); using (token.Register(() => Use(i))) Use(1); var other " +
            "= token.Register(() => Use(i)); other.Dispose(); }");

    [Fact]
    public Task Subscription_taken_back() =>
        Quiet("for (int i = 0; i < 3; i++) { EventHandler handler = (sender, e) => Use(i); buttons[0].Click += handler; Use(1); buttons[0].Click -= " +
            "handler; }");

    [Fact]
    public Task Process_waited_for() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            using var process = new System.Diagnostics.Process();
            process.OutputDataReceived += (sender, e) => Use(e.Data + i);
            process.Start();
            process.BeginOutputReadLine();
            process.WaitForExit();
        }
        """);

    [Fact]
    public Task Object_of_the_iteration_that_is_not_kept() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            var button = new Button { OnClick = () => Use(i) };
            button.Click += (sender, e) => Use(i);
            button.OnClick();
            var own = new List<Func<int>> { () => i };
            own.Add(() => i);
            foreach (var f in own) Use(f());
            var lazy = new Lazy<int>(() => i);
            Use(lazy.Value);
        }
        """);

    [Fact]
    public Task Async_lambda_that_is_awaited() =>
        Quiet("for (int i = 0; i < 3; i++) { Func<Task> run = async () => { await Task.Delay(1); Use(i); }; await run(); }");

    [Fact]
    public Task Async_local_function_that_is_awaited() =>
        Quiet("for (int i = 0; i < 3; i++) { await Show(); async Task Show() { await Task.Delay(1); Use(i); } }");

    [Fact]
    public Task Async_local_function_that_uses_it_before_its_first_await() =>
        Quiet("for (int i = 0; i < 3; i++) { tasks.Add(Show()); async Task Show() { Use(i); await Task.Delay(i); } }");

    [Fact]
    public Task Own_method_that_only_calls_it() =>
        Quiet("for (int i = 0; i < 3; i++) Run(() => Use(i));",
        "static void Run(Action action) { if (action is null) return; try { action(); } finally { } action?.Invoke(); }");

    [Fact]
    public Task Own_method_that_passes_it_to_one_that_only_calls_it() =>
        Quiet("for (int i = 0; i < 3; i++) Outer(() => Use(i));",
        "static void Outer(Action action) => Inner(action, 1); static void Inner(Action action, int n) { for (; n > 0; n--) action(); }");

    [Fact]
    public Task Own_async_method_that_is_awaited() =>
        Quiet("for (int i = 0; i < 3; i++) await Run(async () => { await Task.Delay(1); Use(i); });",
        "static async Task Run(Func<Task> action) { await Task.Delay(1); await action(); }");

    [Fact]
    public Task Own_method_that_waits_for_what_it_starts() =>
        Quiet("for (int i = 0; i < 3; i++) Run(() => Use(i));", "static void Run(Action action) { var task = Task.Run(action); task.Wait(); }");

    [Fact]
    public Task Own_deferred_operator_enumerated_in_place() => Quiet(
        "for (int i = 0; i < 3; i++) Use(Filter(numbers, n => n > i).Count());",
        "static IEnumerable<int> Filter(IEnumerable<int> source, Func<int, bool> test) { foreach (var n in source) if (test(n)) yield return n; }");

    [Fact]
    public Task Parameter_marked_as_used_at_once() => Quiet(
        "for (int i = 0; i < 3; i++) Run(() => Use(i));",
        "void Run([InstantHandle] Action action) { stored = action; stored(); stored = null; } class InstantHandleAttribute : Attribute { }");

    [Fact]
    public Task Interface_method_of_which_nothing_is_known() =>
        Quiet("for (int i = 0; i < 3; i++) runner.Run(() => Use(i));", "interface IRunner { void Run(Action action); } IRunner runner;");

    [Fact]
    public Task Delegate_of_which_nothing_is_known() => Quiet("for (int i = 0; i < 3; i++) run(() => Use(i));", "Action<Action> run;");

    [Fact]
    public Task Framework_method_of_which_nothing_is_known() => Quiet("for (int i = 0; i < 3; i++) AppContext.SetData(words[i], (Action)(() => Use(i)));");

    [Fact]
    public Task Loop_that_is_left_for_an_outer_one_of_fresh_variables() =>
        Quiet("foreach (var word in words) { int n = 0; var own = new List<Action>(); while (n < 3) n++; own.Add(() => Use(n)); actions.AddRange(own); }");

    [Fact]
    public Task Signal_waited_for_in_the_iteration() =>
        Quiet("var done = new ManualResetEvent(false); for (int i = 0; i < 3; i++) { ThreadPool.QueueUserWorkItem(_ => { Use(i); done.Set(); }); " +
            "done.WaitOne(); done.Reset(); }");

    [Fact]
    public Task Completion_source_awaited_in_the_iteration() =>
        Quiet("for (int i = 0; i < 3; i++) { var source = new TaskCompletionSource<int>(); ThreadPool.QueueUserWorkItem(_ => source.SetResult(i)); await " +
            "source.Task; }");

    [Fact]
    public Task Threads_joined_by_index_or_by_a_lambda() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            var some = new Thread[2];
            for (int j = 0; j < 2; j++) { some[j] = new Thread(() => Use(i)); some[j].Start(); }
            for (int j = 0; j < 2; j++) some[j].Join();
            var more = new[] { new Thread(() => Use(i)) };
            Array.ForEach(more, thread => thread.Join());
        }
        """);

    [Fact]
    public Task Local_function_subscribed_and_taken_back() =>
        Quiet("for (int i = 0; i < 3; i++) { void Show() => Use(i); Happened += Show; Use(1); Happened -= Show; }");

    [Fact]
    public Task Flag_to_stop_by() => Quiet("bool stop = false; while (!stop) { tasks.Add(Task.Run(() => { while (!stop) Thread.Yield(); })); stop = true; }");

    [Fact]
    public Task Text_and_xml_made_of_a_query() => Quiet("""
        var xml = new System.Xml.Linq.XElement("all");
        for (int i = 0; i < 3; i++) { Console.WriteLine(new { Some = numbers.Where(n => n > i) });
            xml.Add(new System.Xml.Linq.XElement("one", numbers.Select(n => n + i))); }
        """);

    [Fact]
    public Task Loop_that_runs_once() => Quiet("int n = 0; do { n++; actions.Add(() => Use(n)); } while (false);");

    [Fact]
    public Task Local_lambda_that_only_calls_it() => Quiet("Action<Action> run = action => action(); for (int i = 0; i < 3; i++) run(() => Use(i));");

    [Fact]
    public Task Helper_that_waits_for_the_task() =>
        Quiet("for (int i = 0; i < 3; i++) { Block(Task.Run(() => Use(i))); await Limited(Task.Run(() => Use(i))); }",
        "static void Block(Task task) => task.GetAwaiter().GetResult(); static async Task Limited(Task task) { if (await Task.WhenAny(task, Task.Delay(9)) " +
            "!= task) throw new TimeoutException(); }");

    [Fact]
    public Task Own_thread_helper_joined() =>
        Quiet("for (int i = 0; i < 3; i++) Go(() => Use(i)).Join();",
        "static Thread Go(Action run) { var thread = new Thread(() => run()); thread.Start(); return thread; }");

    [Fact]
    public Task Helper_whose_local_function_waits_for_the_task() => Quiet(
        "for (int i = 0; i < 3; i++) Finish(Task.Run(() => Use(i)));",
        "static void Finish(Task task) { if (task.IsCompleted) _ = task.Exception; else Wait(task); static void Wait(Task task) => task.Wait(); }");
}
