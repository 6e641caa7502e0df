namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>What a method is known to do with an argument that carries a closure.</summary>
internal enum ArgumentTreatment
{
    Unknown,

    /// <summary>Runs or reads it before it returns.</summary>
    UsesUp,

    /// <summary>Keeps it for later in the object it is called on.</summary>
    Keeps,

    /// <summary>Has it run on its own; the result can be waited for.</summary>
    Schedules,

    /// <summary>Gives back a sequence that uses it when it is enumerated.</summary>
    Defers,

    /// <summary>Gives back something that holds it.</summary>
    Wraps,

    /// <summary>Gives back the same carrier, or one that stands for it.</summary>
    PassesOn,

    /// <summary>Returns only when it has ended.</summary>
    WaitsFor,
}
