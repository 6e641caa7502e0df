namespace DepGraph.Recording.Tracing;

/// <summary>One event of a trace, as it stood in the stream.</summary>
/// <param name="Kind">Provider, id and version.</param>
/// <param name="Ticks">Timestamp in the trace's own clock.</param>
/// <param name="Thread">Operating system id of the thread that wrote it.</param>
/// <param name="Stack">Return addresses, innermost first; empty when none were taken.</param>
/// <param name="Activity">Activity id; for binder events the request's own.</param>
/// <param name="RelatedActivity">For binder events: the request this one is nested in.</param>
/// <param name="Payload">The event's bytes; valid only while the event is being handled.</param>
internal readonly record struct TraceEvent(
    EventKind Kind, long Ticks, long Thread, ulong[] Stack, Guid Activity, Guid RelatedActivity, ReadOnlyMemory<byte> Payload);

/// <summary>What an event is: the trace's metadata gives each kind a number, this is what it stands for.</summary>
internal sealed record EventKind(string Provider, int Id, string Name, int Version);
