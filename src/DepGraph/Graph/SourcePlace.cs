namespace DepGraph.Graph;

/// <summary>A line of source.</summary>
/// <param name="File">Its path on this machine; where it is not there, as the compiler was given it. Never written to a report.</param>
/// <param name="Line">From 1.</param>
public sealed record SourcePlace(string File, int Line)
{
    /// <summary>As it stands in reports, for example <c>Program.cs:12</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File[(File.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line}");
}
