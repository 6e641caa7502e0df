using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

/// <summary>What is easiest said to a Unix shell.</summary>
internal static class Shell
{
    public static async Task<string> RunAsync(string script)
    {
        var run = await ProgramRun.ToEndAsync("/bin/sh", ["-c", script]);
        return run.ShouldSucceed().Text;
    }
}
