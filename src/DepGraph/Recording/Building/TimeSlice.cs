using DepGraph.Recording.Model;

namespace DepGraph.Recording.Building;

/// <summary>What a stretch of the startup was spent on.</summary>
internal enum TimeUse
{
    /// <summary>The binder looked for an assembly.</summary>
    Bind,

    /// <summary>An assembly was mapped.</summary>
    Map,

    /// <summary>A method was compiled.</summary>
    Compile,

    /// <summary>Code of an assembly ran.</summary>
    Run,

    /// <summary>A type was loaded for code of an assembly.</summary>
    TypeLoad,

    /// <summary>Precompiled code was made ready for code of an assembly.</summary>
    Restore,

    /// <summary>The process waited for something outside of it.</summary>
    Wait,

    /// <summary>Nobody is known.</summary>
    Unattributed,
}

/// <summary>A stretch of the startup that was spent on one thing, in microseconds since the runtime started.</summary>
/// <param name="Use">What it was spent on.</param>
/// <param name="Index">The load it is charged to; of a wait its index; -1 for nobody.</param>
/// <param name="Stack">The frames under which it was spent, innermost first; empty where that is not known.</param>
/// <param name="Compiled">The method that was compiled, or null.</param>
internal readonly record struct TimeSlice(long From, long To, TimeUse Use, int Index, IReadOnlyList<Frame> Stack, Frame? Compiled = null)
{
    /// <summary>The method had been compiled before.</summary>
    public bool IsAgain { get; init; }

    public long Length => To - From;
}
