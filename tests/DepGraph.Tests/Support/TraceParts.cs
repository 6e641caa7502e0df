using DepGraph.Recording.Tracing;

namespace DepGraph.Tests.Support;

/// <summary>Requests and loads as they come from the runtime's events.</summary>
internal static class TraceParts
{
    private static readonly EventKind Kind = new(RuntimeEvents.Runtime, 0, "", 0);

    public static TraceLoad Load(string name, long at, long thread = 1) => new(1, name + ", Version=1.0.0.0", false, at, thread, []);

    /// <summary>A request from one moment to another that found <paramref name="result"/>: by default what it asked for; "" is nothing.</summary>
    public static TraceBind Bind(string name, long from, long to, long thread = 1, string? result = null)
    {
        var bind = TraceBind.Begin(Event(from, thread, new EventBytes().Int16(0).Text(name, "", "App", "Default", "Default")), outer: null);
        result ??= name;
        bind.Finish(Event(to, thread, new EventBytes().Int16(0).Text(name, "", "App", "Default", "Default").Int32(result.Length > 0 ? 1 : 0).Text(result, "")));
        return bind;
    }

    private static TraceEvent Event(long at, long thread, EventBytes payload) => new(Kind, at, thread, [], default, default, payload.ToArray());
}
