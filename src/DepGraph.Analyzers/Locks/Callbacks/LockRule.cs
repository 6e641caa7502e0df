namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>The rules of what must not happen under a lock. The first three are kinds of callback: a call is told as the first of them it comes to.</summary>
internal enum LockRule
{
    /// <summary>DG1002: code of others is called.</summary>
    Callback,

    /// <summary>DG1006: a member is called that is open for others to implement, and perhaps nobody does.</summary>
    ExtensionPoint,

    /// <summary>DG1003: formatting, enumerating or disposing runs the code; nobody wrote a call of it.</summary>
    ImplicitCallback,

    /// <summary>DG1005: the thread waits for another.</summary>
    BlockingWait,

    /// <summary>DG1004: a lock that is not re-entrant is taken by the thread that has it.</summary>
    TakenAgain,
}
