namespace DepGraph;

/// <summary>The codes of what the build and the command say, named by intent. Each has a page docs/rules/CODE.md.</summary>
public static class Codes
{
    /// <summary>The app ended with an unhandled exception or a native fault.</summary>
    public const string AppCrashed = "DG0001";

    /// <summary>The app ended by itself with an exit code other than 0.</summary>
    public const string AppExitedWithError = "DG0002";

    /// <summary>The app ended before managed code ran: missing framework, broken deps.json, missing file.</summary>
    public const string AppNotStarted = "DG0003";

    /// <summary>The app stopped making progress and the watchdog ended it.</summary>
    public const string AppStalled = "DG0004";

    /// <summary>The app was not ready at the time limit.</summary>
    public const string TimeLimitReached = "DG0005";

    /// <summary>The runtime never connected to the diagnostic port.</summary>
    public const string RecordingSwitchedOff = "DG0006";

    /// <summary>The runtime dropped events, so the recording has gaps.</summary>
    public const string EventsLost = "DG0007";

    /// <summary>The output cannot run on this machine: another operating system, another architecture or NativeAOT. The targets say it.</summary>
    public const string NotRunnableHere = "DG0008";

    /// <summary>The runtime reports no assembly loads (NativeAOT, Mono).</summary>
    public const string NoAssemblyLoads = "DG0009";

    /// <summary>An assembly came from outside the app, the shared frameworks and the package folders.</summary>
    public const string AssemblyFromElsewhere = "DG0010";

    /// <summary>An output file could not be written.</summary>
    public const string OutputNotWritable = "DG0011";

    /// <summary>Graphviz failed or took too long, so there is no SVG.</summary>
    public const string GraphvizFailed = "DG0012";

    /// <summary>A recording, lock file or trace is damaged or not one.</summary>
    public const string InvalidInput = "DG0013";

    /// <summary>An option or argument is wrong.</summary>
    public const string InvalidOption = "DG0014";

    /// <summary>The user cancelled the recording.</summary>
    public const string Cancelled = "DG0015";

    /// <summary>depgraph itself ended in a way it never should.</summary>
    public const string RecorderFailed = "DG0016";

    /// <summary>No file was found for a loaded assembly, so what it references is not in the graph.</summary>
    public const string ReferencesUnknown = "DG0017";

    /// <summary>The app ended because an address it listens on is in use already.</summary>
    public const string AddressTaken = "DG0018";

    /// <summary>Startup loads an assembly the lock file does not have.</summary>
    public const string NewStartupAssembly = "DG0101";

    /// <summary>Startup has a cycle the lock file does not have.</summary>
    public const string NewCycle = "DG0102";

    /// <summary>An assembly of the lock file is no longer loaded at startup.</summary>
    public const string AssemblyLeft = "DG0103";

    /// <summary>A budget (DepGraphMaxAssemblies, DepGraphMaxReadyMs) is exceeded.</summary>
    public const string BudgetExceeded = "DG0104";

    /// <summary>The load order or an edge differs from the lock file, the set of assemblies does not.</summary>
    public const string LoadOrderChanged = "DG0105";

    /// <summary>Startup loads what a rule says it must not (DepGraphLazy, DepGraphOnly).</summary>
    public const string ForbiddenLoad = "DG0106";

    /// <summary>A rule about what startup may load names nothing that is shipped.</summary>
    public const string RuleWithoutAssembly = "DG0107";

    /// <summary>The address of the page that explains a code.</summary>
    public static string HelpLink(string code) => $"https://github.com/depgraph/depgraph/blob/main/docs/rules/{code}.md";
}
