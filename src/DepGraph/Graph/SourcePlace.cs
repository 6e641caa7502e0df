namespace DepGraph.Graph;

/// <summary>A line of source.</summary>
/// <param name="File">The path the compiler was given: of the machine that compiled. Never written to a report.</param>
/// <param name="Line">From 1.</param>
public sealed record SourcePlace(string File, int Line)
{
    /// <summary>As it stands in reports, for example <c>Program.cs:12</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File[(File.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line}");
}
