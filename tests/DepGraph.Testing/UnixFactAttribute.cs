namespace DepGraph.Testing;

/// <summary>
/// A fact that needs a Unix: a shell script, a signal, a device or a variable Windows does not know. Windows skips it, also where everything must run.
/// </summary>
public sealed class UnixFactAttribute : ConditionalFactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs a Unix: its shell, its signals, its devices or its variables";
    }
}
