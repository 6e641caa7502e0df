namespace DepGraph.Bench.Savings;

/// <summary>What was measured of one app.</summary>
/// <param name="App">Its kind.</param>
/// <param name="HostMs">From the start of the process to the start of the runtime, of each start in which that was measured.</param>
internal sealed record AppTruth(string App, List<double> HostMs, List<LibraryTruth> Libraries, RecordedTruth Recorded)
{
    public static AppTruth Empty(SwitchedApp app) =>
        new(app.Kind, [], [.. app.Libraries.Select(library => new LibraryTruth(library.Name, [], [], []))], new([], [], [], []));

    /// <summary>Every measured start with all libraries, from the start of the process to ready, in ms.</summary>
    public IEnumerable<double> PlainMs => Libraries.SelectMany(library => library.With).Concat(Recorded.PlainMs);
}
