using DepGraph.Graph;
using DepGraph.Recording;
using DepGraph.Recording.Building;
using DepGraph.Recording.Launch;

namespace DepGraph.Tool;

/// <summary>Starts the app as often as asked and makes one recording of it.</summary>
internal static class Recorder
{
    /// <summary>The recording, under the name that was asked for; of the run that was not whole, where one was not.</summary>
    /// <exception cref="DepGraphException">The app cannot be started, or its log cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<LoadGraph> RecordAsync(RecordRequest request, RunOptions options, CancellationToken cancellation)
    {
        var graphs = new List<LoadGraph>();
        while (graphs.Count < request.Runs && graphs is not [.., { Run.IsPartial: true }])
            graphs.Add(await OnceAsync(request, options, cancellation));
        var whole = graphs[^1].Run.IsPartial ? graphs[^1] : SeveralRuns.Median(graphs);
        if (request.IsFull && !whole.Run.IsPartial)
        {
            var detailed = await OnceAsync(request, options with { IsFull = true, StartupProfilePath = null }, cancellation);
            whole = detailed.Run.IsPartial ? detailed : FullDetail.Over(whole, detailed);
        }

        return request.Name is { } name ? whole with { App = name } : whole;
    }

    private static async Task<LoadGraph> OnceAsync(RecordRequest request, RunOptions options, CancellationToken cancellation)
    {
        var graph = await RecordingProgress.ShowAsync(request.IsBuild, options, watched => StartupRun.RecordAsync(watched, cancellation));
        return graph.Run.Outcome == RunOutcome.Cancelled ? throw new OperationCanceledException() : graph;
    }
}
