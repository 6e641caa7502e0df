namespace DepGraph.Analyzers;

/// <summary>The ids of the analyzers, named by intent. Each has a page docs/rules/ID.md.</summary>
public static class DiagnosticIds
{
    /// <summary>A closure that outlives the iteration captures a variable all iterations share.</summary>
    public const string ClosureCapturesLoopVariable = "DG1001";

    /// <summary>Code that the lock's owner does not control is called while the lock is held.</summary>
    public const string LockHeldDuringCallback = "DG1002";

    /// <summary>Formatting, enumerating or disposing a caller's object runs its code while the lock is held.</summary>
    public const string LockHeldDuringImplicitCallback = "DG1003";

    /// <summary>A lock that is not re-entrant is taken by code that holds it.</summary>
    public const string LockTakenAgain = "DG1004";

    /// <summary>The thread waits for another while it holds a lock.</summary>
    public const string LockHeldDuringBlockingWait = "DG1005";

    /// <summary>A member that others may implement is called while the lock is held.</summary>
    public const string LockHeldDuringExtensionPointCall = "DG1006";

    /// <summary>An option in .editorconfig has a value the analyzers do not understand.</summary>
    public const string InvalidOption = "DG1900";

    /// <summary>The address of the page that explains <paramref name="id"/>.</summary>
    public static string HelpLink(string id) => $"https://github.com/depgraph/depgraph/blob/main/docs/rules/{id}.md";
}
