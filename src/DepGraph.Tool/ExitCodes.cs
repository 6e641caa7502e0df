namespace DepGraph.Tool;

/// <summary>What the command's exit codes mean.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A check found something.</summary>
    public const int CheckFailed = 1;

    /// <summary>A wrong option, or input that cannot be used.</summary>
    public const int InvalidInput = 2;

    /// <summary>The startup run failed; what was recorded until then is written.</summary>
    public const int RunFailed = 3;

    public const int Cancelled = 130;
}
