using System.Diagnostics;

namespace DepGraph.Package.Tests;

public class CancelledBuildTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    // It goes on using its processor: one that stands still for ten seconds has stalled, and on a busy machine the cancelling takes longer than that.
    private const string Waits = """
        var port = System.Environment.GetEnvironmentVariable("DOTNET_DiagnosticPorts");
        System.IO.File.WriteAllText(args[0] + ".tmp", System.Environment.ProcessId + "\n" + System.IO.Path.GetDirectoryName(port));
        System.IO.File.Move(args[0] + ".tmp", args[0]);
        while (true)
        {
            System.Threading.Thread.SpinWait(100_000);
            System.Threading.Thread.Sleep(20);
        }
        """;

    [UnixFact(Slow = Slow.Builds)] // on Windows Ctrl+C cannot be sent to another console
    public async Task Nothing_stays_of_the_app_and_the_next_build_records()
    {
        var workspace = new Workspace(packages);
        var pidFile = workspace.At("pid");
        workspace.App(source: Waits,
            properties: $"<DepGraphArguments>\"{pidFile}\"</DepGraphArguments><DepGraphReady>exit</DepGraphReady><DepGraphTimeout>150</DepGraphTimeout>");
        workspace.Run("App", "restore").ShouldSucceed();

        var build = DotNet.Start(workspace.At("App"), ["build", "--no-restore", "-nodeReuse:false"]);
        var ended = ProgramRun.EndAsync(build);
        await Patience.ForFileAsync(pidFile, build);
        (await ProgramRun.ToEndAsync("kill", ["-INT", $"{build.Id}"])).ShouldSucceed();
        await ended;

        var (app, folder) = File.ReadAllLines(pidFile) is [var first, var second] ? (int.Parse(first), second) : default;
        await Patience.UntilAsync(() => !IsRunning(app) && !Directory.Exists(folder), $"the app (process {app}) and {folder} are gone");
        workspace.Has("App/bin/Debug/net10.0/depgraph/App.depgraph.json").ShouldBeFalse();
        workspace.Write("App/Program.cs", "System.Console.WriteLine();").Build("App", "--no-restore").ShouldSucceed().Recordings.ShouldBe(1);
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
