namespace DepGraph.Testing;

/// <summary>A fact about processes, which only Linux shows in files. Windows and macOS skip it, also where everything must run.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    internal const string Reason = "reads /proc, which only Linux has";

    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = Reason;
    }
}

/// <inheritdoc cref="LinuxFactAttribute"/>
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = LinuxFactAttribute.Reason;
    }
}
