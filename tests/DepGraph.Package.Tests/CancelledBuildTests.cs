using System.Diagnostics;

namespace DepGraph.Package.Tests;

[Collection(Packed.Name)]
public class CancelledBuildTests(PackedPackages packages)
{
    private const string Waits = """
        System.IO.File.WriteAllText(args[0] + ".tmp", System.Environment.ProcessId + "\n" + System.IO.Path.GetDirectoryName(System.Environment.GetEnvironmentVariable("DOTNET_DiagnosticPorts")));
        System.IO.File.Move(args[0] + ".tmp", args[0]);
        System.Threading.Thread.Sleep(-1);
        """;

    [Fact]
    public void Nothing_stays_of_the_app_and_the_next_build_records()
    {
        if (OperatingSystem.IsWindows()) return; // Ctrl+C cannot be sent to another console there
        var workspace = new Workspace(packages);
        var pidFile = workspace.At("pid");
        workspace.App(source: Waits, properties: $"<DepGraphArguments>\"{pidFile}\"</DepGraphArguments><DepGraphReady>exit</DepGraphReady>");
        workspace.Run("App", "restore").ShouldSucceed();

        var build = DotNet.Start(workspace.At("App"), ["build", "--no-restore", "-nodeReuse:false"], []);
        var output = build.StandardOutput.ReadToEndAsync();
        Wait(() => File.Exists(pidFile), () => build.HasExited.ShouldBeFalse(output.IsCompleted ? output.Result : ""));
        Process.Start("kill", ["-INT", $"{build.Id}"])!.WaitForExit();
        build.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();

        var (app, folder) = File.ReadAllLines(pidFile) is [var first, var second] ? (int.Parse(first), second) : default;
        Wait(() => !IsRunning(app) && !Directory.Exists(folder), () => { });
        workspace.Has("App/bin/Debug/net10.0/depgraph/App.depgraph.json").ShouldBeFalse();
        workspace.Write("App/Program.cs", "System.Console.WriteLine();").Build("App", "--no-restore").ShouldSucceed().Recordings.ShouldBe(1);
    }

    private static void Wait(Func<bool> until, Action meanwhile)
    {
        var limit = Stopwatch.StartNew();
        while (!until())
        {
            meanwhile();
            limit.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            Thread.Sleep(50);
        }
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
