namespace DepGraph.Recording.Tracing;

/// <summary>
/// A thread begins (events 301, 81) or ends (302, 91) a wait for a handle, a monitor, another thread or a lock. Runtimes before .NET 9 tell of locks only.
/// </summary>
internal sealed record TraceWait(long Thread, long Ticks, ulong[] Stack, bool IsStart);
