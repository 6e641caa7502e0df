namespace DepGraph.Recording.Failures;

/// <summary>What is known of a crash.</summary>
/// <param name="Summary">One line: the exception's type and message, or the signal.</param>
/// <param name="Frames">Frames of the thread at fault, innermost first.</param>
/// <param name="IsException">True for an exception nobody caught: whatever was loaded after it was thrown, the report of it needed.</param>
internal sealed record Crash(string Summary, IReadOnlyList<string> Frames, bool IsException)
{
    /// <summary>More frames than this tell nobody anything.</summary>
    public const int MostFrames = 30;

    /// <summary>The innermost frame whose source is on this machine, so the app's own; null where none is, or the report names no files.</summary>
    public string? FrameWithSource { get; init; }
}
