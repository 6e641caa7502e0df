using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

/// <summary>What is easiest said to a Unix shell.</summary>
internal static class Shell
{
    public static async Task<string> RunAsync(string script)
    {
        var started = await Started.RunAsync("/bin/sh", ["-c", script]);
        started.ExitCode.ShouldBe(0, started.Output);
        return started.Output;
    }
}

/// <summary>A fact about processes, which only Linux shows in files. Windows and macOS skip it.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "reads /proc";
    }
}

/// <inheritdoc cref="LinuxFactAttribute"/>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "reads /proc";
    }
}
