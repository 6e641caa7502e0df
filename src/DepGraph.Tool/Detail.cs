namespace DepGraph.Tool;

/// <summary>How much of a startup is recorded.</summary>
internal enum Detail
{
    /// <summary>One cheap start.</summary>
    Usual,

    /// <summary>A further start that tells what the runtime does besides compiling.</summary>
    Full,
}
