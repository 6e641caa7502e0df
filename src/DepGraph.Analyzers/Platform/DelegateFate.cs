namespace DepGraph.Analyzers.Platform;

/// <summary>What becomes of a delegate, or an expression tree, that a method is given.</summary>
internal enum DelegateFate
{
    /// <summary>It has run, or been read, when the method returns.</summary>
    UsedAtOnce,

    /// <summary>The object the method is called on keeps it; without one, the app does.</summary>
    Kept,

    /// <summary>It runs on its own; the result can be waited for, or disposed of to end it.</summary>
    RunsLater,

    /// <summary>The object that the method gives back holds it.</summary>
    HeldByTheResult,
}
