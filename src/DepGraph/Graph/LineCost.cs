namespace DepGraph.Graph;

/// <summary>What startup did on behalf of a line of the user's own code: each moment counts for the innermost such line of an assembly.</summary>
/// <param name="Node">Index of the assembly the line was compiled into.</param>
/// <param name="File">From the repository's root, with '/'; where there is none, from the folder above the project's.</param>
/// <param name="Line">From 1.</param>
/// <param name="Member">The method the line is in, as in a frame, without the assembly.</param>
/// <param name="Ms">What was spent under it, waiting left out, ms.</param>
public sealed record LineCost(int Node, string File, int Line, string Member, double Ms)
{
    /// <summary>The part of <see cref="Ms"/> in which the method itself was compiled, ms.</summary>
    public double CompileMs { get; init; }

    /// <summary>Indexes of the nodes it had loaded, in load order.</summary>
    public IReadOnlyList<int> Loads { get; init; } = [];

    /// <summary>The static constructors and module initializers it had run, as frames; those that ran for another initializer are left out.</summary>
    public IReadOnlyList<string> Initializers { get; init; } = [];

    /// <summary>Index of the node that took most of <see cref="Ms"/>, or -1.</summary>
    public int MostlyIn { get; init; } = -1;

    /// <summary>What stands in the line, each run of white space as one blank; empty where the file is no longer what was compiled.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of the file that was compiled: <c>sha256:</c> or <c>sha1:</c> and hexadecimal digits; empty where the symbols have none.</summary>
    public string Checksum { get; init; } = "";

    /// <summary>Of a constructor that a container runs: where the type is registered, as <c>File:Line</c>; empty where that is not known.</summary>
    public string RegisteredAt { get; init; } = "";
}
