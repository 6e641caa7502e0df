namespace DepGraph.Recording.Launch;

/// <summary>What to start and when the recording ends.</summary>
public sealed record RunOptions
{
    /// <summary>The program, then its arguments, as they would be typed: <c>dotnet app.dll --urls x</c> or an apphost.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public string? WorkingDirectory { get; init; }

    /// <summary>Variables set for the app after the isolation, for example those of the launch profile.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The app's output goes here, capped; null to drop it.</summary>
    public string? LogPath { get; init; }

    /// <summary>The file for the runtime's startup profile of this run; null to gather none. Not there afterwards when the app did not end in order.</summary>
    public string? StartupProfilePath { get; init; }

    /// <summary>Also records the native libraries it loads: by the dynamic linker's log (Linux with glibc), elsewhere by what is mapped.</summary>
    public bool WithNatives { get; init; }

    /// <summary>Also records what the runtime does besides compiling: the start is slower for it, so its times are no plain start's.</summary>
    public bool IsFull { get; init; }

    public ReadyMode Ready { get; init; } = ReadyMode.Auto;

    /// <summary>The longest the run may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An app that gives no signal counts as ready after this long without a load.</summary>
    public TimeSpan QuietPeriod { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>No event and no CPU time for this long is a stall.</summary>
    public TimeSpan StallPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the app may take to end after it was asked to.</summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Told the simple name of each assembly of the app's own process as it is loaded, from another thread.</summary>
    public Action<string>? Loading { get; init; }

    /// <summary>What a command is called: its app's simple name, with all its dots.</summary>
    public static string NameOf(IReadOnlyList<string> command) => AppFiles.Of(command).Name;
}

/// <summary>What ends the recording, besides the app's own end and the time limit.</summary>
public enum ReadyMode
{
    /// <summary>A ready signal, or else the quiet period.</summary>
    Auto,

    /// <summary>Only the app's own end.</summary>
    Exit,

    /// <summary>A ready signal.</summary>
    Signal,

    /// <summary>The quiet period; signals are not heeded.</summary>
    Quiet,
}
