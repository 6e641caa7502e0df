using System.Diagnostics;
using DepGraph.Graph;

namespace DepGraph.Recording.Tests.Support;

/// <summary>A real <c>depgraph record</c> in a process of its own, with an output folder of its own.</summary>
internal sealed class RecordProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder _folder = new();

    /// <summary>Options in front of <c>--</c>.</summary>
    public List<string> Options { get; } = ["--formats", "json"];

    /// <summary>Set for depgraph itself.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>A folder for whatever the test needs; goes with the test.</summary>
    public string Folder => _folder.Path;

    public string Output { get; set; } = "";

    /// <summary>Records the app of failures in one of its modes.</summary>
    public async Task<RecordResult> RecordAsync(params string[] mode) => await RecordCommandAsync(["dotnet", await TestApps.DllAsync("Failures"), .. mode]);

    /// <summary>Records a command line.</summary>
    public async Task<RecordResult> RecordCommandAsync(params string[] command)
    {
        using var process = Start(command);
        return await FinishAsync(process);
    }

    /// <summary>Starts depgraph and leaves it running.</summary>
    public Process Start(params string[] command) => ProgramRun.Start(StartInfo("dotnet", [], command));

    /// <summary>How depgraph is started by another program, which takes its command line as its own last arguments.</summary>
    public ProcessStartInfo StartInfo(string program, string[] arguments, string[] command)
    {
        if (Output.Length == 0)
            Output = Path.Combine(Folder, "out");
        var info = new ProcessStartInfo(program);
        foreach (var (name, value) in Environment)
            info.Environment[name] = value;
        string[] all = [.. arguments, Path.Combine(AppContext.BaseDirectory, "depgraph.dll"), "record", "-o", Output, .. Options, "--", .. command];
        foreach (var argument in all)
            info.ArgumentList.Add(argument);
        return info;
    }

    /// <summary>Waits for the end; a depgraph that hangs is ended and fails the test.</summary>
    public async Task<RecordResult> FinishAsync(Process process)
    {
        var run = await ProgramRun.EndAsync(process, Limit);
        return new RecordResult(run.ExitCode, run.Text, Output);
    }

    public void Dispose() => _folder.Dispose();
}
