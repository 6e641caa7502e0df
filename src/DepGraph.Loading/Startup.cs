using System.Threading;

namespace DepGraph.Loading;

/// <summary>What the app says about its own start.</summary>
public static class Startup
{
    /// <summary>True while DepGraph records this start: leave out what must not be part of the recording.</summary>
    public static bool IsRecording => StartupSignal.IsRecording;

    /// <summary>
    /// Background mode: reads the sequence beside the app and loads its assemblies on a background thread while Main goes on, so that
    /// the start is faster where a second core is idle. Call it first in Main. It has no result: whatever fails is left to the app's
    /// own load of it.
    /// </summary>
    public static void LoadInBackground()
    {
        if (IsRecording)
            return;
        new Thread(static () => LoadSequence.ForEntryAssembly().Load()) { IsBackground = true, Name = "DepGraph background load" }.Start();
    }

    /// <summary>
    /// Says that the start is over: the recorder takes this as the time to ready (event <c>Ready</c> of the event source
    /// <c>DepGraph-Startup</c>), and every <see cref="StartupWatch"/> goes to 100 %. May be called from any thread, and more than once.
    /// </summary>
    public static void Ready()
    {
        // Without a recorder nobody listens, and an event source costs milliseconds at its first use.
        if (IsRecording)
            StartupEventSource.Log.Ready();
        StartupSignal.Raise();
    }
}
