using System.ComponentModel;
using System.Diagnostics;

namespace DepGraph.Recording.Processes;

/// <summary>
/// The files a process has mapped as code, without its own program. That is what a system tells whose dynamic linker keeps no log; it has no order of loading.
/// </summary>
internal static class MappedModules
{
    /// <summary>Their paths; none where the process has ended or may not be looked into.</summary>
    public static IReadOnlyList<string> Of(int process)
    {
        try
        {
            return OperatingSystem.IsLinux() ? OfMaps(process) : OfSystem(process);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException or Win32Exception
            or NotSupportedException)
        {
            return [];
        }
    }

    /// <summary>Of the text of <c>/proc/PID/maps</c> the paths of what is executable.</summary>
    public static IEnumerable<string> Parse(IEnumerable<string> maps)
    {
        foreach (var line in maps)
        {
            // 7f5e8a000000-7f5e8a022000 r-xp 00000000 08:01 1234    /lib/libc.so.6
            var fields = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (fields.Length == 6 && fields[1].Contains('x') && fields[5].StartsWith('/')
                && !fields[5].EndsWith(" (deleted)", StringComparison.Ordinal))
                yield return fields[5];
        }
    }

    private static List<string> OfMaps(int process)
    {
        var program = File.ResolveLinkTarget($"/proc/{process}/exe", returnFinalTarget: false)?.FullName;
        return [.. Parse(File.ReadLines($"/proc/{process}/maps")).Where(path => path != program).Distinct()];
    }

    private static List<string> OfSystem(int process)
    {
        using var opened = Process.GetProcessById(process);
        var program = opened.MainModule?.FileName;
        return [.. opened.Modules.Cast<ProcessModule>().Select(module => module.FileName).Where(path => path != program).Distinct()];
    }
}
