using System;
using DepGraph.Loading;

/// <summary>The runtime looks for this name, without a namespace. The profile, if there is one, is played by the module initializer.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("DEPGRAPH_BENCH_BACKGROUND") == "1")
            Startup.LoadInBackground();
    }
}
