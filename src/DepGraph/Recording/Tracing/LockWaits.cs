namespace DepGraph.Recording.Tracing;

/// <summary>Which thread waits for a lock that which other thread holds, told by the runtime's contention events (.NET 8 and up name the owner).</summary>
internal sealed class LockWaits
{
    private readonly Dictionary<long, LockWait> _waits = [];

    public void Begin(TraceEvent e)
    {
        if (e.Kind.Version < 2)
            return; // says nothing of the owner
        var reader = new ByteReader(e.Payload.Span);
        reader.Bytes(1 + 2 + 8 + 8); // flags, runtime instance, lock, object
        lock (_waits)
            _waits[e.Thread] = new LockWait(e.Thread, (long)reader.UInt64(), e.Stack);
    }

    public void End(TraceEvent e)
    {
        lock (_waits)
            _waits.Remove(e.Thread);
    }

    /// <summary>Threads that wait for each other in a ring, each for the next and the last for the first; empty when there is no such ring.</summary>
    public IReadOnlyList<LockWait> FindRing()
    {
        lock (_waits)
        {
            return _waits.Keys.Order().Select(RingFrom).FirstOrDefault(ring => ring.Count > 0) ?? [];
        }
    }

    private List<LockWait> RingFrom(long first)
    {
        var ring = new List<LockWait>();
        var thread = first;
        while (ring.Count < _waits.Count && _waits.TryGetValue(thread, out var wait))
        {
            ring.Add(wait);
            thread = wait.Owner;
            if (thread == first)
                return ring;
        }

        return [];
    }
}

/// <summary>A thread that waits for a lock.</summary>
/// <param name="Thread">Its operating system id.</param>
/// <param name="Owner">The thread that held the lock when the wait began.</param>
/// <param name="Stack">Return addresses, innermost first.</param>
internal sealed record LockWait(long Thread, long Owner, ulong[] Stack);
