namespace DepGraph.Bench.Savings;

/// <summary>What was told beside what is true, as a table.</summary>
internal static class Report
{
    /// <param name="told">The recording of each app, by its kind.</param>
    public static void Print(Truth truth, IReadOnlyDictionary<string, Recording> told)
    {
        Console.WriteLine($"{"app",-8} {"library",-18} {"assemblies told",15} {"gone",5}      {"ms told",15} {"saved",7} {"95 % interval",17} {"pairs",6}");
        var all = truth.Apps.SelectMany(app => app.Libraries.Select(library => (app.App, library, told[app.App].Told.GetValueOrDefault(library.Library))));
        var judged = all.ToArray();
        foreach (var (app, library, saving) in judged)
        {
            var saved = library.Saved;
            var (gone, inMs) = (library.Gone.Count, library.IsMeasured ? saving?.Ms.Holds(saved) : null);
            Console.WriteLine($"{app,-8} {library.Library,-18} {saving?.Assemblies,15} {gone,5} {Word(saving?.Assemblies.Holds(gone)),-4} " +
                $"{saving?.Ms,15} {saved.Median,7:0.0} {$"{saved.Low:0.0} to {saved.High:0.0}",17} {library.With.Count,6} {Word(inMs)}");
        }
        foreach (var app in truth.Apps)
            PrintRecording(app, told[app.App]);

        var known = judged.Where(one => one.Item3 != null && one.library.IsMeasured).Select(one => (one.library, told: one.Item3!)).ToArray();
        Console.WriteLine(known.Length == 0 ? $"savings: nothing told, {judged.Length} measured" :
            $"savings: {known.Count(one => one.told.Ms.Holds(one.library.Saved))} of {known.Length} in the told range of ms, " +
                $"which in the median is {MedianInterval.Of(known.Select(one => one.told.Ms.Width)).Median:0 %} of its middle wide; " +
                $"{known.Count(one => one.told.Assemblies.Holds(one.library.Gone.Count))} in that of assemblies");
    }

    // The told times of the rounds, not the one recording's whose ranges are judged: each was made beside a plain start.
    private static void PrintRecording(AppTruth app, Recording judged)
    {
        var host = MedianInterval.Of(app.HostMs).Median;
        var plain = MedianInterval.Of(app.PlainMs).Median;
        var (ratio, slowed) = (app.Recorded.ToldToPlain(host), app.Recorded.Slowed);
        Console.WriteLine($"{app.App}: plain start {plain:0} ms, {plain - host:0} from the runtime's start; " +
            $"told in the rounds {MedianInterval.Of(app.Recorded.ToldMs).Median:0}, {ratio.Median:0.00} of plain ({ratio.Low:0.00} to {ratio.High:0.00}); " +
            $"told now {judged.ReadyMs:0}, {judged.ReadyMs / (plain - host):0.00}; " +
            $"while recorded the start takes {slowed.Median:0.00} ({slowed.Low:0.00} to {slowed.High:0.00}) of a plain one");
    }

    private static string Word(bool? holds) => holds switch { true => "yes", false => "NO", null => "" };
}
