using System.Runtime.CompilerServices;

namespace DepGraph.Loading.Tests;

public class LoadingAsynchronously
{
    private readonly Reports _bar = new();

    [Fact]
    public async Task Loads_all_and_ends()
    {
        var names = FreshAssemblies.Take(3);

        using var operation = SequenceText.Sequence(names).LoadAsync(_bar);
        await operation;

        FreshAssemblies.AreLoaded(names).ShouldBeTrue();
        operation.Current.Fraction.ShouldBe(1);
        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        var names = FreshAssemblies.Take(2);
        using var cancellation = new CancellationTokenSource();
        var bar = new Pausing(pauseBefore: names[1], then: cancellation.Cancel);

        var operation = SequenceText.Sequence(names).LoadAsync(bar, cancellation: cancellation.Token);

        // The bar cancels when told of the second load, which goes on; nothing comes after it.
        await Should.ThrowAsync<OperationCanceledException>(async () => await operation);
        bar.Told.ShouldBe(2);
    }

    [Fact]
    public async Task Stops_when_it_is_disposed()
    {
        var names = FreshAssemblies.Take(3);
        LoadOperation? operation = null;
        using var started = new ManualResetEventSlim();
        var bar = new Pausing(pauseBefore: names[1], then: () =>
        {
            started.Wait();
            operation!.Dispose();
        });

        operation = SequenceText.Sequence(names).LoadAsync(bar);
        started.Set();

        await Should.ThrowAsync<OperationCanceledException>(operation.AsTask());
        FreshAssemblies.IsLoaded(names[2]).ShouldBeFalse();
    }

    [Fact]
    public void Stops_when_it_is_dropped()
    {
        var names = FreshAssemblies.Take(3);
        using var go = new ManualResetEventSlim();
        var bar = new Pausing(pauseBefore: names[1], then: go.Wait);

        var thread = Drop(SequenceText.Sequence(names), bar);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        go.Set();

        ((IAsyncResult)thread).AsyncWaitHandle.WaitOne();
        thread.IsCanceled.ShouldBeTrue();
        FreshAssemblies.IsLoaded(names[2]).ShouldBeFalse();
    }

    [Fact]
    public async Task Goes_on_while_it_is_awaited_whatever_the_garbage_collector_does()
    {
        var names = FreshAssemblies.Take(3);
        var bar = new Pausing(pauseBefore: names[1], then: () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        });

        await SequenceText.Sequence(names).LoadAsync(bar);
        await SequenceText.Sequence(names).LoadAsync(bar).AsTask();

        FreshAssemblies.AreLoaded(names).ShouldBeTrue();
    }

    [Fact]
    public async Task Gives_what_the_bar_throws_to_whoever_awaits() =>
        await Should.ThrowAsync<InvalidOperationException>(async () => await SequenceText.Sequence("System.Runtime").LoadAsync(new BrokenBar()));

    [Fact]
    public async Task Without_a_usable_sequence_is_done_at_once()
    {
        await SequenceText.Read("").LoadAsync(_bar);

        _bar.ShouldRiseToTheEnd();
    }

    // In a method of its own, so that no local of the test holds the operation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task Drop(LoadSequence sequence, IProgress<LoadProgress> bar) => sequence.LoadAsync(bar).Completion;

    private sealed class Pausing(string pauseBefore, Action then) : IProgress<LoadProgress>
    {
        public int Told { get; private set; }

        public void Report(LoadProgress value)
        {
            Told++;
            if (value.Name == pauseBefore)
                then();
        }
    }
}
