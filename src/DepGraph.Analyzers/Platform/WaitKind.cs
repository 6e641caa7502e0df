namespace DepGraph.Analyzers.Platform;

/// <summary>What a thread waits for: each has a text of its own, <c>Waits...</c>.</summary>
internal enum WaitKind
{
    /// <summary>The end of a task.</summary>
    Task,

    /// <summary>That another thread sets an event, releases a semaphore or comes to a barrier.</summary>
    Signal,

    /// <summary>That something becomes true.</summary>
    Condition,

    /// <summary>That a condition comes true which a loop around the call asks again and again; a call in no such loop waits for nobody.</summary>
    Loop,

    /// <summary>A pulse of a lock, which is given up meanwhile; all other locks are not.</summary>
    Pulse,

    /// <summary>The end of a thread.</summary>
    Thread,

    /// <summary>The threads that share the work of a loop.</summary>
    Workers,

    /// <summary>The end of a process.</summary>
    Process,

    /// <summary>That another thread adds an item.</summary>
    Item,

    /// <summary>That another thread takes an item out of a collection that is full.</summary>
    Room,

    /// <summary>The end of a cancellation callback that runs just now.</summary>
    Registration,

    /// <summary>The thread of the user interface.</summary>
    UserInterface,
}
