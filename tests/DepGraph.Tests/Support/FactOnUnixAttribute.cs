namespace DepGraph.Tests.Support;

/// <summary>A fact that needs a Unix: a shell script stands in for an executable, or a device for a file.</summary>
internal sealed class FactOnUnixAttribute : FactAttribute
{
    public FactOnUnixAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no shell scripts and no /dev.";
    }
}
