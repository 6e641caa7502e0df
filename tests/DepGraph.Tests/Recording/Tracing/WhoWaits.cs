using DepGraph.Recording.Model;
using DepGraph.Recording.Tracing;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="WaitObservations"/>
public class WhoWaits
{
    private const long Startup = 1, Pool = 2;
    private const string Start = "CoreLib!System.Runtime.CompilerServices.AsyncMethodBuilderCore.Start";
    private readonly StartupTrace _trace = new();
    private readonly List<string> _methods = [];

    [Fact]
    public void Is_who_says_so() =>
        In(Wait(Startup, 10, 1010, "CoreLib!WaitHandle.WaitOne", "Process!P.WaitForExit", "App!Main"), At(Startup, 1011, "App!Other"))
            .ShouldBe("Process!P.WaitForExit < App!Main");

    [Fact]
    public void Is_the_one_that_goes_on_first_where_others_wait_for_it() =>
        In(Wait(Startup, 5, 1200, "CoreLib!WaitHandle.WaitOne", "App!Main"), Wait(Pool, 10, 1010, "CoreLib!WaitHandle.WaitOne", "App!Tool.Run"),
            Wait(3, 1, 3000, "CoreLib!WaitHandle.WaitOne", "App!Idle"))
            .ShouldBe("App!Tool.Run");

    [Fact]
    public void Is_no_thread_of_the_frameworks_own() =>
        In(Wait(Startup, 10, 1200, "CoreLib!Monitor.Wait", "App!Main"), Wait(Pool, 10, 1010, "CoreLib!TimerQueue.TimerThread")).ShouldBe("App!Main");

    [Fact]
    public void Is_the_asynchronous_method_that_goes_on_and_those_that_await_it() =>
        In(Wait(Startup, 10, 1300, "CoreLib!System.Threading.Tasks.Task.InternalWait", "App!Program.<Main>"),
                At(Pool, 1012, "Console!Open", "App!P+<Next>d__2.MoveNext", Start, "App!P+<Outer>d__1.MoveNext", "CoreLib!Box.MoveNext",
                    "App!P+<Inner>d__0.MoveNext", "Http!H+<Send>d__0.MoveNext"))
            .ShouldBe("App!P.Inner < App!P.Outer");

    [Fact]
    public void Is_the_asynchronous_method_that_goes_on_late_on_a_busy_machine_while_its_task_is_waited_for() =>
        In(Wait(Startup, 10, 2300, "CoreLib!System.Threading.Tasks.Task.InternalWait", "App!Program.<Main>"),
                At(Pool, 1900, "Console!Open", "CoreLib!Box.MoveNext", "App!P+<Inner>d__0.MoveNext"))
            .ShouldBe("App!P.Inner");

    [Fact]
    public void Is_no_asynchronous_method_that_goes_on_when_the_wait_for_the_task_is_over() =>
        In(Wait(Startup, 10, 1010, "CoreLib!System.Threading.Tasks.Task.InternalWait", "App!Program.<Main>"),
                At(Pool, 1020, "CoreLib!Box.MoveNext", "App!P+<Later>d__0.MoveNext"))
            .ShouldBe("App!Program.<Main>");

    [Fact]
    public void Is_the_caller_of_the_task_where_nothing_asynchronous_goes_on() =>
        In(Wait(Startup, 10, 1010, "CoreLib!System.Threading.Tasks.Task.InternalWait", "App!P+<Main>d__0.MoveNext", Start, "App!P.Main", "App!P.<Main>"),
            At(Pool, 1012, "App!Other"))
            .ShouldBe("App!P.Main");

    [Fact]
    public void Is_in_the_frames_the_thread_is_in_before_and_after() =>
        In(At(Startup, 8, "Sockets!S.Connect", "App!Read", "App!Main"), At(Pool, 9, "App!Other"),
            At(Startup, 1012, "Sockets!S.Receive", "App!Read", "App!Main"))
            .ShouldBe("App!Read < App!Main");

    [Fact]
    public void Is_not_known_where_nothing_is_seen_after_it() => In(At(Startup, 8, "App!Main")).ShouldBe("");

    [Fact]
    public void Is_the_same_before_and_after_a_tick_in_which_nothing_is_seen()
    {
        Add(At(Startup, 8, "App!Main"), At(Startup, 1012, "App!Main"));

        var waits = Waits((20, 500), (506, 1000));

        waits.Select(w => (w.StartMs, w.EndMs, w.Frames.Count)).ShouldBe([(20, 500, 1), (506, 1000, 1)]);
        WaitObservations.Begins(waits).Select(w => (w.AtMs, w.Load)).ShouldBe([(20, 1), (506, -1)],
            "what ran until the wait is its own code's, the tick is nobody's");
    }

    [Fact]
    public void Is_nobody_while_the_startup_thread_is_seen_before_and_after_it()
    {
        Add(At(Startup, 25, "App!Main"), At(Startup, 30, "App!Read", "App!Main"), At(Startup, 990, "App!Write", "App!Read", "App!Main"),
            At(Startup, 995, "App!Main"));

        Waits((20, 1000)).Select(w => (w.StartMs, w.EndMs, string.Join(' ', w.Frames.Select(f => f.Text)))).ShouldBe([(30, 990, "App!Read App!Main")]);
    }

    [Fact]
    public void Is_each_of_those_that_wait_one_after_the_other_with_little_to_do_between()
    {
        Add(Wait(Startup, 10, 300, "App!First", "App!Main"), Wait(Startup, 301, 1000, "App!Second", "App!Main"));

        Waits((20, 1000)).Select(w => (w.StartMs, w.EndMs, w.Frames[0].Text)).ShouldBe([(20, 301, "App!First"), (301, 1000, "App!Second")]);
    }

    [Fact]
    public void Is_nobody_in_a_stretch_too_short_to_tell_or_behind_the_end() =>
        Waits((20, 20 + (long)WaitStretch.ShortestMs - 1), (6000, 7000)).ShouldBeEmpty();

    [Theory]
    [InlineData("App!P+<Main>d__0.MoveNext", "App!P.Main")]
    [InlineData("App!Program+<<Main>$>d__0.MoveNext", "App!Program.<Main>$")]
    [InlineData("App!A.B+<Get>d__12`1[System.__Canon].MoveNext", "App!A.B.Get")]
    [InlineData("App!A+<>c+<<Run>b__0_0>d.MoveNext", "App!A+<>c.<Run>b__0_0")]
    [InlineData("App!A.MoveNext", "App!A.MoveNext")]
    public void Is_named_as_its_source_names_it(string frame, string method) => StateMachine.MethodOf(frame).ShouldBe(method);

    private string In(params Action[] events)
    {
        Add(events);
        return string.Join(" < ", Waits((20, 1000)).ShouldHaveSingleItem().Frames.Select(f => f.Text));
    }

    private static void Add(params Action[] events) => Array.ForEach(events, add => add());

    private IReadOnlyList<WaitStretch> Waits(params (long From, long To)[] idle)
    {
        string[] assemblies = ["System.Private.CoreLib", "App", "Process", "Console", "Http", "Sockets"];
        var loads = assemblies.Select((name, i) => new TraceLoad((ulong)i, name, false, i, Startup, [])).ToArray();
        for (var i = 0; i < loads.Length; i++)
            _trace.Modules[(ulong)i] = new TraceModule((ulong)i, (ulong)i, "", default, "", i);
        for (var i = 0; i < _methods.Count; i++)
        {
            var (assembly, name) = (_methods[i].Split('!')[0], _methods[i].Split('!')[1]);
            _trace.Methods.Add(new TraceMethod((ulong)i, (ulong)Array.FindIndex(assemblies, a => a.EndsWith(assembly, StringComparison.Ordinal)),
                Address(i), 1, 0, name));
        }

        return new WaitObservations(_trace, new StackFrames(_trace, loads), Startup, f => f.Load == 1, ticks => ticks).Waits(idle, endMs: 5000);
    }

    private Action At(long thread, long at, params string[] stack) => () => _trace.Samples.Add(new TraceSample(at, thread, Stack(stack)));

    private Action Wait(long thread, long from, long to, params string[] stack) => () =>
    {
        _trace.Waits.Add(new TraceWait(thread, from, Stack(stack), IsStart: true));
        _trace.Waits.Add(new TraceWait(thread, to, [], IsStart: false));
    };

    private ulong[] Stack(string[] frames) => Array.ConvertAll(frames, frame =>
    {
        if (!_methods.Contains(frame))
            _methods.Add(frame);
        return Address(_methods.IndexOf(frame));
    });

    private static ulong Address(int method) => (ulong)(100 + 10 * method);
}
