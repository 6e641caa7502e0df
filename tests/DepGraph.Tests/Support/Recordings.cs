using DepGraph.Graph;
using DepGraph.Recording.Model;

namespace DepGraph.Tests.Support;

/// <summary>Recordings made up for a test; every one begins with the core library (load 0) and the app (load 1).</summary>
internal static class Recordings
{
    public const int CoreLib = 0, App = 1;

    public static StartupEvents Of(IEnumerable<LoadedAssembly> loads, IEnumerable<BindRequest>? binds = null, double readyMs = 100) => new()
    {
        App = "App",
        Facts = new RunFacts { Outcome = RunOutcome.Exited },
        ReadyMs = readyMs,
        Loads = [Load("System.Private.CoreLib"), Load("App"), .. loads],
        Binds = [.. binds ?? []],
        Samples = [],
        Jits = [],
    };

    public static LoadedAssembly Load(string name, double at = 0, double end = 0, int bind = -1, string? context = null, bool isOnStartupThread = true,
        params Frame[] stack) =>
        new(name + ", Version=1.0.0.0, Culture=neutral", null, false, Guid.Empty, "", at, end, bind, context, isOnStartupThread, stack);

    /// <summary>A request that found what it asked for, unless <paramref name="fails"/>.</summary>
    public static BindRequest Bind(
        string name, string requester, double start = 0, double end = 0, int outer = -1, bool fails = false, string? context = null,
            bool isOnStartupThread = true, params Frame[] stack) =>
        new(name, requester, null, context, outer, start, end, fails ? "" : name, "", isOnStartupThread, stack);

    public static Frame Frame(int load, string text) => new(load, text);

    /// <summary>Whose code ran at a moment; by default with no more on its stack.</summary>
    public static RunSample Seen(double at, int load, params Frame[] stack) => new(at, load, stack);

    /// <summary>A method of the assembly was compiled.</summary>
    public static JitStretch Compiled(double start, double end, int load, string? method = null, params Frame[] stack) =>
        new(start, end, load, method is null ? null : Frame(load, method), stack);
}
