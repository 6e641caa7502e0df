using DepGraph.Recording.Port;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// Takes the stacks of all threads of a live runtime with its own sampling profiler, in a short session beside the recording's. It needs no debugger's
/// rights and no file beside the runtime, and it works in every thread state, also for one that waits or never leaves a loop.
/// </summary>
internal static class StackSamples
{
    private const uint BufferMegabytes = 16;

    // On a busy machine the sampler may need longer for its first round.
    private static readonly int[] PeriodsMs = [100, 1000, 4000];

    /// <returns>The last stack of each thread, innermost address first, by operating system id.</returns>
    /// <exception cref="IOException">The runtime went away or refused.</exception>
    /// <exception cref="OperationCanceledException">It did not answer in time.</exception>
    public static async Task<IReadOnlyDictionary<long, ulong[]>> TakeAsync(RuntimePort runtime, CancellationToken cancellation)
    {
        foreach (var period in PeriodsMs)
        {
            var stacks = await TakeAsync(runtime, period, cancellation).ConfigureAwait(false);
            if (stacks.Count > 0)
                return stacks;
        }

        return new Dictionary<long, ulong[]>();
    }

    private static async Task<Dictionary<long, ulong[]>> TakeAsync(RuntimePort runtime, int periodMs, CancellationToken cancellation)
    {
        var stacks = new Dictionary<long, ulong[]>();
        var (events, session) = await runtime.StartSessionAsync(RuntimeEvents.StackSamples, rundown: false, BufferMegabytes, cancellation)
            .ConfigureAwait(false);
        await using (events.ConfigureAwait(false))
        {
            var reading = Task.Run(() => new NettraceReader(events, e => stacks[e.Thread] = e.Stack).Read(), cancellation);
            await Task.Delay(periodMs, cancellation).ConfigureAwait(false);
            await runtime.StopAsync(session, cancellation).ConfigureAwait(false);
            await reading.WaitAsync(cancellation).ConfigureAwait(false);
        }

        return stacks;
    }
}
