namespace DepGraph.Graph;

/// <summary>
/// How a frame is written everywhere: <c>Assembly!Type.Method</c>, behind it <c>(File.cs:12)</c> where the line is known, before it
/// <c>while compiling</c> where the method did not run yet: what its code names is loaded while it is compiled.
/// </summary>
public static class FrameText
{
    private const string Compiling = "while compiling ";

    /// <param name="assembly">Simple name, or null where it is unknown.</param>
    public static string Of(string? assembly, string method, bool isCompiling) =>
        $"{(isCompiling ? Compiling : "")}{(assembly is null ? "" : assembly + "!")}{method}";

    public static string At(string frame, SourcePlace place) => $"{frame} ({place})";

    public static bool IsCompiling(string frame) => frame.StartsWith(Compiling, StringComparison.Ordinal);

    /// <summary>The frame without its <c>while compiling</c>.</summary>
    public static string WithoutCompiling(string frame) => IsCompiling(frame) ? frame[Compiling.Length..] : frame;

    /// <summary>The simple name of the frame's assembly; the whole method where it has none.</summary>
    public static string AssemblyOf(string frame) => WithoutCompiling(frame).Split('!')[0];
}
