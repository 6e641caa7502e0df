using DepGraph.Graph;

namespace DepGraph.Recording.Model;

/// <summary>
/// What happened in one process, in its own words; times in ms since the runtime started, without what the recording itself took. The graph is made from this.
/// </summary>
public sealed record StartupEvents
{
    /// <summary>Simple name of the entry assembly; of the command where none was loaded.</summary>
    public required string App { get; init; }

    /// <summary>How the run went, apart from times.</summary>
    public required RunFacts Facts { get; init; }

    /// <summary>From the runtime's start to ready, or to the end of what was recorded, ms.</summary>
    public double ReadyMs { get; init; }

    /// <summary>What the recording itself took of the startup until then, ms; in no other figure.</summary>
    public double RecorderMs { get; init; }

    /// <inheritdoc cref="Run.Runtime"/>
    public string? Runtime { get; init; }

    /// <summary>Folder of the entry assembly, or null.</summary>
    public string? AppFolder { get; init; }

    public required IReadOnlyList<LoadedAssembly> Loads { get; init; }

    /// <summary>Requests to the binder in the order in which they began.</summary>
    public required IReadOnlyList<BindRequest> Binds { get; init; }

    /// <summary>Moments at which it is known whose code ran, in time order.</summary>
    public required IReadOnlyList<RunSample> Samples { get; init; }

    /// <summary>Stretches in which a method was compiled.</summary>
    public required IReadOnlyList<JitStretch> Jits { get; init; }

    /// <summary>Stretches in which the runtime loaded a type or made precompiled code ready; empty where that was not asked for.</summary>
    public IReadOnlyList<RuntimeWork> RuntimeWork { get; init; } = [];

    /// <summary>Stretches in which the process waited for something outside of it, in time order; they do not overlap.</summary>
    public IReadOnlyList<WaitStretch> Waits { get; init; } = [];

    /// <summary>Native libraries in their order, where they were asked for.</summary>
    public IReadOnlyList<NativeLoad> Natives { get; init; } = [];

    /// <summary>Calls into native code that needed marshalling, where native libraries were asked for.</summary>
    public IReadOnlyList<NativeCallStub> NativeCalls { get; init; } = [];

    /// <summary>Child .NET processes.</summary>
    public IReadOnlyList<StartupEvents> Children { get; init; } = [];
}

/// <summary>An assembly that was loaded.</summary>
/// <param name="FullName">Display name with version, culture and public key token.</param>
/// <param name="Path">Its file; null when it came from memory.</param>
/// <param name="IsDynamic">True for an emitted one.</param>
/// <param name="PdbSignature">Tells whether another file is the same build of it.</param>
/// <param name="PdbPath">Where the compiler put its symbols, or empty.</param>
/// <param name="AtMs">When the load was complete.</param>
/// <param name="EndMs">When its module was in place.</param>
/// <param name="Bind">Index of the request that led to it, or -1.</param>
/// <param name="Context">The AssemblyLoadContext it is in, with its running number; null for the default one.</param>
/// <param name="IsOnStartupThread">False when a thread other than that of Main loaded it.</param>
/// <param name="Stack">The frames that led to it, innermost first.</param>
public sealed record LoadedAssembly(
    string FullName, string? Path, bool IsDynamic, Guid PdbSignature, string PdbPath, double AtMs, double EndMs, int Bind, string? Context,
        bool IsOnStartupThread,
    IReadOnlyList<Frame> Stack);

/// <summary>A request to the binder.</summary>
/// <param name="Name">What was asked for: a display name.</param>
/// <param name="Requester">Display name of the assembly that asked, as the runtime reports it.</param>
/// <param name="RequesterContext">The requester's AssemblyLoadContext, with its running number; null for the default one.</param>
/// <param name="Context">The AssemblyLoadContext that was asked and had it, with its running number; null for the default one.</param>
/// <param name="Outer">Index of the request this one is nested in, or -1.</param>
/// <param name="StartMs">When it began.</param>
/// <param name="EndMs">When it ended.</param>
/// <param name="ResultName">Display name of what was found; empty when nothing was.</param>
/// <param name="ResultPath">File of what was found; empty when nothing was or there is none.</param>
/// <param name="IsOnStartupThread">False when a thread other than that of Main made it.</param>
/// <param name="Stack">The frames that led to it, innermost first.</param>
public sealed record BindRequest(
    string Name, string Requester, string? RequesterContext, string? Context, int Outer, double StartMs, double EndMs, string ResultName, string ResultPath,
    bool IsOnStartupThread, IReadOnlyList<Frame> Stack);

/// <summary>One managed frame.</summary>
/// <param name="Load">Index of its assembly in <see cref="StartupEvents.Loads"/>, or -1.</param>
/// <param name="Text">As <see cref="FrameText"/> writes it, without a line.</param>
/// <param name="Token">The method in the metadata of its assembly; 0 for what has none.</param>
/// <param name="Il">Offset of the call in the method's IL, or -1.</param>
/// <param name="IsCompiling">The method did not run yet: it was being compiled.</param>
public sealed record Frame(int Load, string Text, int Token = 0, int Il = -1, bool IsCompiling = false);

/// <summary>The innermost code at a moment.</summary>
/// <param name="AtMs">The moment.</param>
/// <param name="Load">Index of the assembly whose code ran: the innermost outside System.Private.CoreLib where there is one; -1 for what only the recording
/// caused.</param>
/// <param name="Stack">The frames, innermost first.</param>
public readonly record struct RunSample(double AtMs, int Load, IReadOnlyList<Frame> Stack);

/// <summary>A method was compiled.</summary>
/// <param name="StartMs">When that began.</param>
/// <param name="EndMs">When it ended.</param>
/// <param name="Load">
/// Index of the method's assembly; of a framework's generic code for certain types that of who asked for it; -1 where only the recording caused it.
/// </param>
/// <param name="Method">The method, or null.</param>
/// <param name="Stack">The frames that led to it, innermost first.</param>
public readonly record struct JitStretch(double StartMs, double EndMs, int Load, Frame? Method, IReadOnlyList<Frame> Stack)
{
    /// <summary>The method had been compiled before (tiering).</summary>
    public bool IsAgain { get; init; }
}

/// <summary>The runtime loaded a type or made precompiled code ready.</summary>
/// <param name="IsTypeLoad">It was a type; else code.</param>
/// <param name="StartMs">When that began.</param>
/// <param name="EndMs">When it ended.</param>
/// <param name="Load">Index of the assembly whose code needed it, or -1.</param>
/// <param name="Stack">The frames that led to it, innermost first.</param>
public readonly record struct RuntimeWork(bool IsTypeLoad, double StartMs, double EndMs, int Load, IReadOnlyList<Frame> Stack);

/// <summary>Nothing of the process ran or wanted to from <paramref name="StartMs"/> to <paramref name="EndMs"/>.</summary>
/// <param name="Frames">The frames of the caller that waits, outside System.Private.CoreLib, innermost first; empty when unknown.</param>
public sealed record WaitStretch(double StartMs, double EndMs, IReadOnlyList<Frame> Frames)
{
    /// <summary>A shorter stretch is not told from what is between two looks, ms.</summary>
    public const double ShortestMs = 10;
}
