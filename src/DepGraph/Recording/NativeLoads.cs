using DepGraph.Recording.Model;
using DepGraph.Recording.Processes;
using DepGraph.Recording.Tracing;

namespace DepGraph.Recording;

/// <summary>What a watch saw of the native libraries of a process: in their order where the dynamic linker told it, else only which.</summary>
internal static class NativeLoads
{
    private const int MostMapped = 10_000;

    /// <param name="watch">What was seen.</param>
    /// <param name="ms">From ticks to ms since the runtime's start; null where the two clocks differ.</param>
    public static IReadOnlyList<NativeLoad> Of(NativeWatch watch, Func<long, double>? ms)
    {
        var logged = LinkerLog.ReadFile(watch.LinkerLog);
        if (logged.Count == 0)
            return [.. watch.Mapped.Where(path => !IsManaged(path)).Take(MostMapped)
                .Select(path => new NativeLoad(Path.GetFileName(path), "", IsLinked: false, []) { IsOrderKnown = false })];
        var growth = watch.Growth;
        return [.. logged.Select(one => ms is null ? one.Load : Timed(one, growth, ms))];
    }

    private static NativeLoad Timed(LoggedLoad one, IReadOnlyList<(long From, long To, long Length)> growth, Func<long, double> ms)
    {
        if (Written(one.End, growth) is not { } end)
            return one.Load;
        var load = one.Load with { AtMs = Math.Round(ms(end.To), 3) };
        if (one.Load.IsLinked || Written(one.Start, growth) is not { From: > 0 } start)
            return load; // it was there before anybody looked
        return load with { TookMs = (Math.Round(Math.Max(0, ms(end.From) - ms(start.To)), 3), Math.Round(ms(end.To) - ms(start.From), 3)) };
    }

    /// <summary>Between which two looks the log got that long.</summary>
    private static (long From, long To)? Written(long length, IReadOnlyList<(long From, long To, long Length)> growth)
    {
        foreach (var (from, to, reached) in growth)
        {
            if (reached >= length)
                return (from, to);
        }

        return null;
    }

    private static bool IsManaged(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var image = new System.Reflection.PortableExecutable.PEReader(file);
            return image.HasMetadata;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
