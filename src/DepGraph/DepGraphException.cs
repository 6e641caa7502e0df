namespace DepGraph;

/// <summary>A failure the user can act on: a code of <see cref="Codes"/> and one line that says what to do.</summary>
public sealed class DepGraphException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The diagnostic code, for example <c>DG0013</c>.</summary>
    public string Code { get; } = code;
}
