namespace DepGraph.Tool;

/// <summary>How the build cancels a run: MSBuild has no signal to send that works on every system, so it makes a file.</summary>
internal static class CancelFile
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>A source that is cancelled with <paramref name="cancellation"/>, and when the file at <paramref name="path"/> appears.</summary>
    public static CancellationTokenSource Watch(string? path, CancellationToken cancellation)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (path is not null)
            _ = WatchAsync(path, source);
        return source;
    }

    private static async Task WatchAsync(string path, CancellationTokenSource source)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(source.Token))
                if (File.Exists(path))
                    await source.CancelAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The run is over.
        }
    }
}
