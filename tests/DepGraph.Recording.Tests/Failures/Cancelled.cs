using System.Diagnostics;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

public sealed class Cancelled : IDisposable
{
    private readonly RecordProcess _record = new();

    // Only the test ends it: on a busy machine the app could be ready, out of time or stalled before the signal is sent.
    public Cancelled() => _record.Options.AddRange(["--ready", "exit", "--timeout", "150", "--stall-period", "150"]);

    private string PidFile => Path.Combine(_record.Folder, "pid");

    [LinuxTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_recording_ends_the_app_with_all_it_started_and_writes_nothing(string signal)
    {
        using var process = await StartAsync("linger-behind");
        await Shell.RunAsync($"kill -{signal} {process.Id}");
        var result = await _record.FinishAsync(process);

        result.ExitCode.ShouldBe(130, result.Text);
        result.Text.ShouldContain("depgraph : error DG0015: Cancelled.");
        result.Files.ShouldBeEmpty();
        await Leftovers.ShouldGoAsync(PidFile);
    }

    [LinuxFact]
    public async Task A_recorder_that_is_killed_takes_the_app_and_its_folder_along()
    {
        using var process = await StartAsync("linger-behind");
        process.Kill();
        await process.WaitForExitAsync();

        await Leftovers.ShouldGoAsync(PidFile);
    }

    [LinuxFact]
    public async Task An_app_that_does_not_listen_to_SIGTERM_ends_too()
    {
        using var process = await StartAsync("ignore-term");
        await Shell.RunAsync($"kill -INT {process.Id}");

        (await _record.FinishAsync(process)).ExitCode.ShouldBe(130);
        await Leftovers.ShouldGoAsync(PidFile);
    }

    public void Dispose() => _record.Dispose();

    /// <summary>Returns when the app is at work.</summary>
    private async Task<Process> StartAsync(string mode)
    {
        var process = _record.Start("dotnet", await TestApps.DllAsync("Failures"), mode, PidFile);
        await Patience.ForFileAsync(PidFile, process);
        return process;
    }
}
