using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

/// <summary>One way a startup can go wrong: a row of the table in docs/recording.md, and a test.</summary>
/// <param name="What">What happens.</param>
/// <param name="Code">The diagnostic it gets; null for none.</param>
/// <param name="Says">What the diagnostic, or else the last line, says: the line contains it. "…" stands for anything.</param>
/// <param name="Left">What is left behind.</param>
internal sealed record FailureCase(string What, string? Code, string Says, Left Left)
{
    /// <summary>Arguments of the app of failures.</summary>
    public string[] Mode { get; init; } = [];

    /// <summary>Options of <c>depgraph record</c>.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Makes the command to record, given the dll of the app and a folder; by default the app in its <see cref="Mode"/>.</summary>
    public Func<string, string, string[]>? Command { get; init; }

    public async Task<RecordResult> RecordAsync()
    {
        using var record = new RecordProcess();
        record.Options.AddRange(Options);
        // The app comes to its failure late on a busy machine; before, it must be neither ready nor out of time.
        foreach (var patient in new[] { "--quiet-period", "--timeout" })
            if (!Options.Contains(patient))
                record.Options.AddRange([patient, "60"]);
        var dll = await TestApps.DllAsync("Failures");
        return await record.RecordCommandAsync(Command?.Invoke(dll, record.Folder) ?? ["dotnet", dll, .. Mode]);
    }
}

/// <summary>What a run leaves behind; none leaves a process, a socket or a temporary file.</summary>
internal enum Left
{
    /// <summary>All reports.</summary>
    WholeGraph,

    /// <summary>All reports, marked as partial, with what was loaded until then; and the log.</summary>
    PartialGraph,

    /// <summary>All reports, of a graph without nodes; and the log.</summary>
    EmptyGraph,

    /// <summary>No file.</summary>
    Nothing,
}
