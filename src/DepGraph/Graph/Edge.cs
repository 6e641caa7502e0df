
namespace DepGraph.Graph;

/// <summary><c>From -> To</c>: From needs To.</summary>
/// <param name="From">Index of the node that needs the other.</param>
/// <param name="To">Index of the node that is needed.</param>
/// <param name="Evidence">The strongest evidence there is.</param>
/// <param name="Cause">The managed frames behind the request, innermost first; empty where only metadata says so.</param>
public sealed record Edge(int From, int To, Evidence Evidence, IReadOnlyList<string> Cause)
{
    /// <summary>The innermost line behind the request whose file is on this machine; null where none is known, and for what was read from a file.</summary>
    public SourcePlace? Source { get; init; }

    /// <summary>How many places in the code stand behind it; 1 where they were not counted.</summary>
    public int Places { get; init; } = 1;

    /// <summary>True when no change of code takes it away, only another design: From derives from To, or implements it.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>How an edge is known, strongest first.</summary>
public enum Evidence
{
    /// <summary>From's request loaded To.</summary>
    Load,

    /// <summary>From asked, To was there already.</summary>
    Bind,

    /// <summary>Only From's metadata says so.</summary>
    Reference,

    /// <summary>
    /// From, of a framework, asked by name for what is there already and is none of a framework's, and its metadata does not know it; or From, of a package,
    /// asked so for the entry assembly. It needs nothing of it.
    /// </summary>
    Lookup,
}
