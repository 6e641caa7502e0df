namespace DepGraph.Recording.Tracing;

/// <summary>
/// Tells which methods a thread is compiling at a moment. Their code does not run yet, so no stack shows them, but what their code names is loaded for them.
/// </summary>
internal sealed class OpenCompiles
{
    private readonly Dictionary<long, List<Compile>> _ofThread = [];

    public OpenCompiles(IEnumerable<TraceJit> jits)
    {
        foreach (var thread in jits.GroupBy(j => j.Thread))
            _ofThread[thread.Key] = Pair(thread.OrderBy(j => j.Ticks));
    }

    /// <summary>The compiles that an event with this stack is inside of, innermost first.</summary>
    public IEnumerable<TraceJit> Around(long thread, long ticks, ulong[] stack) =>
        _ofThread.TryGetValue(thread, out var compiles)
            ? compiles.Where(c => c.Start.Ticks <= ticks && ticks < c.End && IsCalledFrom(c.Start.Stack, stack)).Select(c => c.Start).Reverse()
            : [];

    // One that fails has no end of its own: the end of what it is nested in ends it, and so does another attempt.
    private static List<Compile> Pair(IEnumerable<TraceJit> jits)
    {
        var (all, open) = (new List<Compile>(), new Stack<Compile>());
        foreach (var jit in jits)
        {
            if (open.Any(c => c.Start.Method == jit.Method))
            {
                Compile ended;
                do
                    (ended = open.Pop()).End = jit.Ticks;
                while (ended.Start.Method != jit.Method);
            }

            if (!jit.IsStart)
                continue;
            open.Push(new Compile(jit));
            all.Add(open.Peek());
        }

        return all;
    }

    /// <summary>A compile that failed is left behind: the frames below it are no longer those of the stack.</summary>
    private static bool IsCalledFrom(ulong[] caller, ulong[] stack) => stack.AsSpan().EndsWith(caller);

    private sealed class Compile(TraceJit start)
    {
        public TraceJit Start { get; } = start;

        public long End { get; set; } = long.MaxValue;
    }
}
