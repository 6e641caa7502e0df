namespace DepGraph.Review;

/// <summary>What kind of thing would help.</summary>
public enum AdviceKind
{
    /// <summary>An edge to cut, or to make lazy.</summary>
    Edge,

    /// <summary>A static constructor or module initializer to make lazy.</summary>
    Initializer,

    /// <summary>Something outside of the process to wait for later.</summary>
    Wait,

    /// <summary>Assemblies to exclude from a scan that only looks at them.</summary>
    Scan,

    /// <summary>Methods to compile before the start.</summary>
    Precompile,
}

/// <summary>Something that would make startup shorter. All of it was measured in the recording.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What to do, in one sentence.</param>
/// <param name="LowMs">What it saves at least, ms.</param>
/// <param name="HighMs">What it saves at most, ms.</param>
/// <param name="Proof">The frames that show it, innermost first; of a scan the assemblies to exclude; empty where it is not about one place.</param>
public sealed record Advice(AdviceKind Kind, string What, double LowMs, double HighMs, IReadOnlyList<string> Proof);
