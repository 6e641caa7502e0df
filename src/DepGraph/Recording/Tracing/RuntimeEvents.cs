using DepGraph.Recording.Port;

namespace DepGraph.Recording.Tracing;

/// <summary>The providers of a recording and the ids of the events it reads. Their payloads are described in the runtime's ClrEtwAll.man.</summary>
internal static class RuntimeEvents
{
    public const string Runtime = "Microsoft-Windows-DotNETRuntime";
    public const string Private = "Microsoft-Windows-DotNETRuntimePrivate";
    public const string Rundown = "Microsoft-Windows-DotNETRuntimeRundown";
    public const string Hosting = "Microsoft.AspNetCore.Hosting";
    public const string Logging = "Microsoft-Extensions-Logging";
    public const string Startup = "DepGraph-Startup";

    public const string StackSampler = "Microsoft-DotNETCore-SampleProfiler";

    public const int StubGenerated = 88;
    public const int TypeLoadStart = 73, TypeLoadStop = 74, EntryPoint = 159, EntryPointStart = 160;
    public const int MethodLoad = 143, JittingStarted = 145, CodeMap = 190;
    public const int ModuleLoad = 152, AssemblyLoad = 154;
    public const int BindStart = 290, BindStop = 291, ResolutionAttempted = 292;
    public const int WaitStart = 301, WaitStop = 302;
    public const int ExceptionThrown = 80, ContentionStart = 81, ContentionStop = 91, RuntimeInformation = 187;

    public const int RuntimeStart = 80, MainStop = 89;

    public const int MethodRundown = 144, ModuleRundown = 154;

    private const ulong Binder = 0x4, Loader = 0x8, Jit = 0x10, Interop = 0x2000, Contention = 0x4000, Exceptions = 0x8000, CodeMaps = 0x20000,
        Waits = 0x40000000000, TypeLoads = 0x8000000000, EntryPoints = 0x2000000000, StartupKeyword = 0x80000000, FormattedMessage = 0x4;
    private const uint Informational = 4, Verbose = 5;

    /// <summary>What one cheap pass needs: order and times, method names, the ready signals, who waits, and what tells a crash or a deadlock.</summary>
    /// <param name="withNatives">Calls into native code too.</param>
    /// <param name="isFull">What the runtime does besides compiling too.</param>
    public static IReadOnlyList<EventProvider> Providers(bool withNatives, bool isFull) =>
    [
        new(Runtime, Binder | Loader | Jit | CodeMaps | Contention | Exceptions | Waits | (withNatives ? Interop : 0) | (isFull ? TypeLoads | EntryPoints : 0),
            Verbose),
        new(Private, StartupKeyword, Informational),
        new(Hosting, ulong.MaxValue, Informational),
        // a level behind the name is lost on its way through the port: then nothing comes
        new(Logging, FormattedMessage, Informational, "FilterSpecs=Microsoft.Hosting.Lifetime"),
        new(Startup, ulong.MaxValue, Informational),
    ];

    /// <summary>Stacks of all threads that run or have run managed code, again and again.</summary>
    public static IReadOnlyList<EventProvider> StackSamples { get; } = [new(StackSampler, 0, Informational)];
}
