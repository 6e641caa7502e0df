using System.Diagnostics;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

public sealed class TheRunIsIsolated : IDisposable
{
    private static readonly string[] Foreign =
    [
        "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "DOTNET_SHARED_STORE", "CORECLR_PROFILER", "CORECLR_PROFILER_PATH", "DOTNET_EventPipeOutputPath",
            "DOTNET_EnableEventPipe", "MSBUILDSOMETHING",
    ];

    private readonly RecordProcess _record = new();

    private string PidFile => Path.Combine(_record.Folder, "pid");

    [Fact]
    public async Task What_the_machine_adds_to_every_dotnet_process_is_kept_out()
    {
        foreach (var name in Foreign)
            _record.Environment[name] = "";
        _record.Environment["DOTNET_STARTUP_HOOKS"] = await TestApps.DllAsync("Optional");
        _record.Environment["DOTNET_TieredPGO"] = "0";
        var result = await _record.RecordAsync("environment");

        result.Log.ShouldContain("DEPGRAPH_RECORDING=1");
        result.Log.ShouldContain("DOTNET_TieredPGO=0");
        foreach (var name in Foreign)
            result.Log.ShouldNotContain($"\n{name}=");
        result.Names.ShouldNotContain("Optional");
    }

    [Fact]
    public async Task An_assembly_from_elsewhere_is_reported()
    {
        var stray = Path.Combine(_record.Folder, "Optional.dll");
        File.Copy(await TestApps.DllAsync("Optional"), stray);
        var result = await _record.RecordAsync("load", stray);

        result.ExitCode.ShouldBe(0, result.Text);
        result.Diagnostics.ShouldHaveSingleItem(result.Text).ShouldContain($"warning {Codes.AssemblyFromElsewhere}: Optional was loaded from outside");
    }

    [LinuxFact]
    public async Task Only_this_user_reaches_the_socket_and_nothing_listens_on_a_network()
    {
        _record.Options.AddRange(["--ready", "exit", "--timeout", "150", "--stall-period", "150"]);
        using var process = _record.Start("dotnet", await TestApps.DllAsync("Failures"), "linger", PidFile);
        await Patience.ForFileAsync(PidFile, process);
        var (id, folder) = File.ReadAllText(PidFile).Split('\n') is [var first, var second] ? (first, second) : ("", "");

        (await Shell.RunAsync($"stat -c %a '{folder}' '{folder}/port'")).ShouldBe("700\n600\n");
        foreach (var one in new[] { id, process.Id.ToString() })
            Sockets(one).Intersect(NetworkSockets()).ShouldBeEmpty();

        await Shell.RunAsync($"kill -INT {process.Id}");
        (await _record.FinishAsync(process)).ExitCode.ShouldBe(130);
    }

    public void Dispose() => _record.Dispose();

    private static IEnumerable<string> Sockets(string process) => Directory.GetFiles($"/proc/{process}/fd")
        .Select(f => new FileInfo(f).LinkTarget ?? "").Where(t => t.StartsWith("socket:[", StringComparison.Ordinal)).Select(t => t[8..^1]);

    // The tenth column of these tables is the socket's number.
    private static IEnumerable<string> NetworkSockets() => new[] { "tcp", "tcp6", "udp", "udp6" }.Select(t => $"/proc/net/{t}").Where(File.Exists)
        .SelectMany(t => File.ReadLines(t).Skip(1)).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9]);
}
