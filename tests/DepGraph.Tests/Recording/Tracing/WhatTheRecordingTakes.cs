using DepGraph.Recording.Tracing;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="RecorderShare"/>
public class WhatTheRecordingTakes
{
    private const long Startup = 1, Background = 2;
    private static readonly EventKind Kind = new(RuntimeEvents.Runtime, RuntimeEvents.MethodLoad, "", 0);
    private readonly StartupTrace _trace = new();

    [Fact]
    public void Is_for_each_event_what_lies_between_a_method_and_its_map_at_that_depth_of_the_stack()
    {
        Methods(20, frames: 4, cost: 5);
        Methods(20, frames: 40, cost: 30);
        Write(10_000, Startup, frames: 4);
        Write(11_000, Startup, frames: 40);

        (Share(until: 10_000), Share(until: 20_000)).ShouldBe((5, 35));
    }

    [Fact]
    public void Is_of_an_event_that_names_a_method_what_the_rundown_takes_for_one_too()
    {
        Methods(20, frames: 4, cost: 5);
        var rundown = new EventKind(RuntimeEvents.Rundown, RuntimeEvents.MethodRundown, "", 0);
        for (var i = 0; i <= 20; i++)
            _trace.EventCost.RundownTold(new TraceEvent(rundown, 50_000 + (i * 3), Startup, [], default, default, default));
        _trace.Written.Add((10_000, Startup, Frames: 4, IsNamed: true));

        Share(until: 20_000).ShouldBe(5 + 3);
    }

    [Fact]
    public void Is_told_once_where_two_events_follow_each_other_at_once()
    {
        Methods(20, frames: 4, cost: 5);
        Write(10_000, Startup, frames: 4);
        Write(10_002, Startup, frames: 4);

        Share(until: 20_000).ShouldBe(7);
    }

    [Fact]
    public void Is_not_what_a_thread_does_for_which_nobody_waits()
    {
        Methods(20, frames: 4, cost: 5);
        _trace.Samples.AddRange([new(9_990, Startup, [1]), new(10_001, Startup, [1])]);
        Write(10_000, Background, frames: 4);

        Share(until: 20_000).ShouldBe(0);
    }

    [Fact]
    public void Is_nothing_where_too_few_methods_were_compiled_to_know_what_an_event_takes()
    {
        Methods(3, frames: 4, cost: 5);
        Write(10_000, Startup, frames: 4);

        Share(until: 20_000).ShouldBe(0);
    }

    [Fact]
    public void Is_the_code_that_runs_only_because_somebody_listens()
    {
        _trace.Methods.AddRange([Method(100, "System.Diagnostics.Tracing.EventSource.CreateManifestAndDescriptors"), Method(200, "System.String.Concat")]);
        _trace.Modules[7] = new TraceModule(7, 7, "", default, "", 0);
        _trace.Samples.AddRange([new(1_000, Startup, [200]), new(1_500, Startup, [100]), new(1_600, Startup, [200])]);

        Share(until: 20_000).ShouldBe(500);
    }

    /// <summary>Ticks, from 9000 on: what writes the methods that tell the cost is not asked for.</summary>
    private long Share(long until)
    {
        var stacks = new StackFrames(_trace, [new TraceLoad(7, "System.Private.CoreLib, Version=1.0.0.0", false, 0, Startup, [])]);
        var share = RecorderShare.Of(_trace, stacks, new CountedThreads(_trace, Startup, end: 20_000, ticksPerMs: 1), end: 20_000);
        return share.Before(until);
    }

    private static TraceMethod Method(ulong at, string name) => new(at, 7, at, 10, 0, name);

    private void Methods(int count, int frames, long cost)
    {
        for (var i = 0; i < count; i++)
        {
            _trace.EventCost.MethodTold(new TraceEvent(Kind, i * 100, Startup, [], default, default, default));
            _trace.EventCost.MapTold(new TraceEvent(Kind, i * 100 + cost, Startup, new ulong[frames], default, default, default));
        }
    }

    private void Write(long at, long thread, int frames) => _trace.Written.Add((at, thread, frames, IsNamed: false));
}
