using System.ComponentModel;
using System.Diagnostics;

namespace DepGraph.Recording.Processes;

/// <summary>
/// Clears up after a recorder that was itself killed, as a cancelled build does it: a shell outside of our process tree waits for the end of its input,
/// which comes when we are gone, then kills the app with all that descends from it and removes the run's folder. Unix only; on Windows a build kills the tree.
/// </summary>
internal sealed class RunGuard : IDisposable
{
    // $1 the mark in the environment of the app and its descendants, $2 the folder. A second line on the input says that nothing is left to do.
    private const string Script = """
        {
          read -r app; read -r finished && exit
          [ -n "$app" ] && kill -9 "$app"
          for e in $(grep -lsF -- "$1" /proc/[0-9]*/environ); do e=${e#/proc/}; kill -9 "${e%/environ}"; done
          rm -rf -- "$2"
        } <&3 >/dev/null 2>&1 3<&- &
        """;

    private readonly Process? _shell;

    private RunGuard(Process? shell) => _shell = shell;

    /// <summary>Starts to guard a run.</summary>
    /// <param name="folder">The run's own folder.</param>
    /// <param name="mark">What only the environment of the app and its descendants holds.</param>
    public static RunGuard Start(string folder, string mark)
    {
        if (OperatingSystem.IsWindows())
            return new RunGuard(null);
        var info = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, WorkingDirectory = "/" };
        foreach (var argument in new[] { "-c", "exec 3<&0; " + Script, "depgraph-guard", mark, folder })
            info.ArgumentList.Add(argument);
        try
        {
            return new RunGuard(Process.Start(info));
        }
        catch (Win32Exception)
        {
            return new RunGuard(null); // no shell here: a recorder that is not killed clears up itself
        }
    }

    /// <summary>Names the app's process.</summary>
    public void Watch(int app) => Tell(app.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The run has cleared up itself.</summary>
    public void Dispose()
    {
        Tell("finished");
        _shell?.Dispose();
    }

    private void Tell(string line)
    {
        try
        {
            _shell?.StandardInput.WriteLine(line);
            _shell?.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Somebody killed the guard; there is nothing to tell.
        }
    }
}
