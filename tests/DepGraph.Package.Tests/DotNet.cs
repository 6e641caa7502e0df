using System.Diagnostics;

namespace DepGraph.Package.Tests;

/// <summary>Runs <c>dotnet</c> as a user's shell would: without what the test host put into the environment.</summary>
public static class DotNet
{
    public static BuildResult Run(string folder, params string[] arguments) => Run(folder, arguments, []);

    public static BuildResult Run(string folder, string[] arguments, Dictionary<string, string> environment)
    {
        var run = ProgramRun.ToEnd(StartInfo(folder, arguments, environment));
        return new BuildResult(run.ExitCode, run.Text, KeptBinlog(folder));
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Start(string folder, string[] arguments) => ProgramRun.Start(StartInfo(folder, arguments, []));

    private static ProcessStartInfo StartInfo(string folder, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder };
        foreach (var name in start.Environment.Keys.Where(IsOfTestHost).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
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
