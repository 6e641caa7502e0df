using DepGraph.Recording.Processes;

namespace DepGraph.Recording;

/// <summary>Notices that a process of the run is dying, and brings its events home before it is dead.</summary>
internal sealed class CrashWatch(AppProcess app, RunSessions sessions, CrashGate gate)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>True while the runtime writes a crash report: the app is still there and silent, and it is not ready.</summary>
    public bool IsDumping { get; private set; }

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var dying = ProcessTree.Dumping(app.RunMarker);
            IsDumping = dying.Count > 0;
            if (IsDumping)
            {
                await sessions.EndAsync(dying).ConfigureAwait(false);
                gate.Open();
            }
            else
            {
                gate.Close();
            }

            await Task.Delay(Period, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
