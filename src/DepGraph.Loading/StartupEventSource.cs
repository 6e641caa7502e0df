using System.Diagnostics.Tracing;

namespace DepGraph.Loading;

/// <summary>The signal to the recorder.</summary>
[EventSource(Name = "DepGraph-Startup")]
internal sealed class StartupEventSource : EventSource
{
    public static readonly StartupEventSource Log = new();

    private StartupEventSource()
    {
    }

    [Event(1, Level = EventLevel.Informational)]
    public void Ready() => WriteEvent(1);
}
