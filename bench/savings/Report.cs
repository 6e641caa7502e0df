namespace DepGraph.Bench.Savings;

/// <summary>What was told beside what is true, as a table.</summary>
internal static class Report
{
    /// <param name="told">The recording of each app, by its kind.</param>
    public static void Print(Truth truth, IReadOnlyDictionary<string, Recording> told)
    {
        Console.WriteLine($"{"app",-8} {"library",-18} {"told ms",15} {"really saved ms",16} {"95 % interval",18} {"pairs",6}  in the told range");
        var judged = new List<(ToldRange Told, bool Holds)>();
        foreach (var app in truth.Apps)
        {
            foreach (var library in app.Libraries)
            {
                ToldRange? range = told[app.App].Told.TryGetValue(library.Library, out var found) ? found : null;
                var saved = library.Saved;
                if (range is { } known)
                    judged.Add((known, known.Holds(saved)));
                var verdict = range == null ? "not told" : judged[^1].Holds ? "yes" : "NO";
                Console.WriteLine($"{app.App,-8} {library.Library,-18} {(range is { } r ? $"{r.Low:0.0} to {r.High:0.0}" : "-"),15} " +
                    $"{saved.Median,16:0.0} {$"{saved.Low:0.0} to {saved.High:0.0}",18} {library.With.Count,6}  {verdict}");
            }
        }
        foreach (var app in truth.Apps)
            PrintRecording(app, told[app.App]);
        Console.WriteLine(judged.Count == 0 ? $"savings: nothing told, {truth.Apps.Sum(app => app.Libraries.Count)} measured" :
            $"savings: {judged.Count(one => one.Holds)} of {judged.Count} in the told range, " +
                $"which in the median is {Width(judged.Select(one => one.Told)):0} % of its middle wide");
    }

    // The told times of the rounds, not the one recording's whose ranges are judged: each was made beside a plain start.
    private static void PrintRecording(AppTruth app, Recording judged)
    {
        var host = MedianInterval.Of(app.HostMs).Median;
        var plain = MedianInterval.Of(app.PlainMs).Median;
        var (ratio, slowed) = (app.Recorded.ToldToPlain(host), app.Recorded.Slowed);
        Console.WriteLine($"{app.App}: plain start {plain:0} ms, {plain - host:0} from the runtime's start; " +
            $"told in the rounds {MedianInterval.Of(app.Recorded.ToldMs).Median:0}, " +
            $"{ratio.Median:0.00} of plain ({ratio.Low:0.00} to {ratio.High:0.00}); told now {judged.ReadyMs:0}, {judged.ReadyMs / (plain - host):0.00}; " +
            $"while recorded the start takes {slowed.Median:0.00} ({slowed.Low:0.00} to {slowed.High:0.00}) of a plain one");
    }

    private static double Width(IEnumerable<ToldRange> ranges) =>
        MedianInterval.Of(ranges.Select(range => range.Middle > 0 ? (range.High - range.Low) / range.Middle * 100 : 0)).Median;
}
