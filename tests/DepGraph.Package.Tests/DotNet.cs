using System.Diagnostics;
using System.Text;

namespace DepGraph.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a user's shell would: without what the test host put into the environment.</summary>
public static class DotNet
{
    // Only against a hang: a busy machine takes its time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static BuildResult Run(string folder, params string[] arguments) => Run(folder, arguments, []);

    public static BuildResult Run(string folder, string[] arguments, Dictionary<string, string> environment)
    {
        using var process = Start(folder, arguments, environment);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
            process.Kill(entireProcessTree: true);
        return new BuildResult(process.ExitCode, output.Result + error.Result, KeptBinlog(folder));
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Start(string folder, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTestHost).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>The next build in the folder writes one of the same name.</summary>
    private static string KeptBinlog(string folder)
    {
        var binlog = Path.Combine(folder, "msbuild.binlog");
        if (!File.Exists(binlog))
            return "";
        var kept = Path.Combine(folder, Path.GetRandomFileName() + ".binlog");
        File.Move(binlog, kept);
        return kept;
    }

    private static bool IsOfTestHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_HOST_PATH" or "DOTNET_ROOT" or "NUGET_PACKAGES"
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase) || name.StartsWith("COVERLET", StringComparison.OrdinalIgnoreCase);
}
