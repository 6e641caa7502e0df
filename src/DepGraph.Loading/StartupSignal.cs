using System;

namespace DepGraph.Loading;

/// <summary>That the start is recorded, and that it is over: what the modes need to know of it.</summary>
internal static class StartupSignal
{
    public static event Action? Over;

    public static bool IsRecording { get; } = Environment.GetEnvironmentVariable("DEPGRAPH_RECORDING") == "1";

    public static void Raise() => Over?.Invoke();
}
