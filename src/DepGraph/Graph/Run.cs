namespace DepGraph.Graph;

/// <summary>How a startup run went.</summary>
public sealed record Run
{
    public required RunOutcome Outcome { get; init; }

    /// <summary>
    /// Time from the runtime's start to ready (or to the end of what was recorded), without <see cref="RecorderMs"/>, ms. Median over <see cref="Count"/> runs.
    /// </summary>
    public required double ReadyMs { get; init; }

    /// <summary>What the recording itself took until ready, ms: it is in no other figure, as a plain start has none of it.</summary>
    public double RecorderMs { get; init; }

    /// <summary>
    /// The part of <see cref="ReadyMs"/> neither a node nor <see cref="WaitingMs"/> accounts for, ms: with both exactly <see cref="ReadyMs"/>.
    /// </summary>
    public required double UnattributedMs { get; init; }

    /// <summary>The part of <see cref="ReadyMs"/> in which nothing of the process ran or wanted to, by who waited; the longest first.</summary>
    public IReadOnlyList<Wait> Waits { get; init; } = [];

    /// <summary>All <see cref="Waits"/> together, ms. No node is charged for it.</summary>
    public double WaitingMs => Math.Round(Waits.Sum(wait => wait.Ms), 3);

    /// <summary>Events the runtime dropped; 0 when the recording is complete.</summary>
    public long EventsLost { get; init; }

    /// <summary>How many runs the times are medians of.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Half the interquartile range of the time to ready, ms; null after a single run.</summary>
    public double? ReadySpreadMs { get; init; }

    /// <summary>True when the run ended before it was ready, so that the graph holds only what was loaded until then.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The app's exit code where it ended by itself.</summary>
    public int? ExitCode { get; init; }

    /// <summary>For example <c>.NET 10.0.12</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>For example <c>linux-x64</c>.</summary>
    public string? Platform { get; init; }

    /// <summary>What was run, without the folders of this machine.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Where the main thread was when the app fell quiet: the innermost frame that is not a framework's; null where that was not asked.</summary>
    public string? WaitingIn { get; init; }

    /// <summary>What went wrong, where something did.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What is worth telling, with codes.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>What ended a startup run.</summary>
public enum RunOutcome
{
    /// <summary>The app signalled that it is ready.</summary>
    Ready,

    /// <summary>The app ended by itself with exit code 0.</summary>
    Exited,

    /// <summary>No load for the quiet period.</summary>
    Quiet,

    /// <summary>The time limit came first.</summary>
    TimeLimit,

    /// <summary>An unhandled exception or a native fault.</summary>
    Crashed,

    /// <summary>An exit code other than 0.</summary>
    ExitedWithError,

    /// <summary>No progress; ended by the watchdog.</summary>
    Stalled,

    /// <summary>It ended before managed code ran.</summary>
    NotStarted,

    /// <summary>The user cancelled.</summary>
    Cancelled,
}

/// <summary>What is known of a failure.</summary>
/// <param name="Summary">One line, for example the exception's type and message.</param>
/// <param name="Frames">Managed frames of the thread at fault, innermost first.</param>
/// <param name="Loading">Simple name of the assembly that was being loaded or was loaded last, or null.</param>
/// <param name="Threads">Further threads' frames (a stall), each a name and its frames.</param>
public sealed record Failure(string Summary, IReadOnlyList<string> Frames, string? Loading, IReadOnlyList<ThreadFrames> Threads)
{
    /// <summary>The innermost frame of the app's own code; null where none is known, and for what was read from a file.</summary>
    public string? OwnFrame { get; init; }
}

/// <summary>The managed frames of one thread, innermost first.</summary>
public sealed record ThreadFrames(string Name, IReadOnlyList<string> Frames);

/// <summary>Something worth telling, with its code.</summary>
public sealed record Finding(string Code, string Message)
{
    /// <summary>The line of source it is about, where that is on this machine; not written to reports.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>The line of the user's own code it is about, as it can stand in a report; null where none is known.</summary>
    public LineCost? Line { get; init; }

    /// <summary>The message with the folders of this machine, for its build log only; null where it has none.</summary>
    public string? LocalMessage { get; init; }
}
