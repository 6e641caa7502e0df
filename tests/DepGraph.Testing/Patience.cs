using System.Diagnostics;

namespace DepGraph.Testing;

/// <summary>Waits for what another process does.</summary>
public static class Patience
{
    // Only against a hang: a busy machine takes its time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Returns when it is true; fails with the message when it does not become true within two minutes.</summary>
    /// <param name="isTrue">Looked at every 20 ms.</param>
    /// <param name="message">What was waited for.</param>
    public static async Task UntilAsync(Func<bool> isTrue, string message)
    {
        for (var waited = Stopwatch.StartNew(); !isTrue(); await Task.Delay(20).ConfigureAwait(false))
            if (waited.Elapsed > Limit)
                throw new TimeoutException($"Within {Limit} it did not come to this: {message}");
    }

    /// <summary>Returns when a process has written a file; fails when it ends before.</summary>
    public static Task ForFileAsync(string file, Process writer) => UntilAsync(
        () => File.Exists(file)
            || (writer.HasExited && !File.Exists(file) ? throw new InvalidOperationException($"Process {writer.Id} ended without {file}.") : false),
        $"{file} is written");
}
