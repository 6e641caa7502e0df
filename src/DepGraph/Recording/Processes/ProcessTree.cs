using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DepGraph.Recording.Processes;

/// <summary>Finds what the app started and let go of: a process that has the run's own mark in its environment descends from the app.</summary>
internal static class ProcessTree
{
    private const int MostRounds = 10;

    /// <summary>
    /// Kills a process with its children, then every process whose environment holds <paramref name="mark"/> (Linux; elsewhere the process tree is all there
    /// is).
    /// </summary>
    public static void Kill(Process root, string runMarker)
    {
        Try(() => root.Kill(entireProcessTree: true));
        // Again, until a round finds nobody: what is being killed may be starting more.
        for (var round = 0; round < MostRounds && KillMarked(runMarker); round++)
        {
        }
    }

    /// <summary>Process ids of those with this mark whose crash report the runtime's createdump writes; 0 stands for one that cannot be told (macOS).</summary>
    public static IReadOnlyList<int> Dumping(string runMarker)
    {
        var bytes = Encoding.UTF8.GetBytes(runMarker);
        var dying = new List<int>();
        foreach (var process in Process.GetProcessesByName("createdump"))
        {
            using (process)
            {
                if (!OperatingSystem.IsLinux())
                    dying.Add(0);
                else if (HasMarker($"/proc/{process.Id}", bytes))
                    dying.Add(Parent(process.Id));
            }
        }

        return dying;
    }

    private static bool KillMarked(string runMarker)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var bytes = Encoding.UTF8.GetBytes(runMarker);
        var marked = Directory.EnumerateDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out var id) && id != Environment.ProcessId && HasMarker(folder, bytes))
            .Select(folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var id in marked)
        {
            Try(() =>
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            });
        }

        return marked.Count > 0;
    }

    private static int Parent(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("PPid:", StringComparison.Ordinal));
            return line is not null && int.TryParse(line.AsSpan(5).Trim(), out var parent) ? parent : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static bool HasMarker(string folder, byte[] marker)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(marker) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // ended meanwhile, or another user's
        }
    }

    private static void Try(Action kill)
    {
        try
        {
            kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            // Ended by itself, or it is another user's.
        }
    }
}
