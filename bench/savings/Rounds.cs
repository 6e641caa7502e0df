namespace DepGraph.Bench.Savings;

/// <summary>Measures pair by pair, in rounds: of every library of all apps that is not yet known well enough, in an order drawn anew.</summary>
internal sealed class Rounds(IReadOnlyList<SwitchedApp> apps, int most)
{
    private const int Fewest = 15;
    private const double GoodEnoughMs = 6;
    private const int OfHost = 9;
    private readonly Random _random = new(14);

    /// <summary>Measures until everything is known well enough, or the rounds are over; says after each round what is known by then.</summary>
    public void Measure(Truth truth, Action<int> after)
    {
        var pairs = apps.Zip(truth.Apps).SelectMany(app => Pairs(app.First, app.Second)).ToArray();
        foreach (var (app, known) in apps.Zip(truth.Apps))
        {
            var all = Recording.Of(app).Assemblies; // the file cache is warm from here on
            foreach (var (library, without) in app.Libraries.Zip(known.Libraries))
                without.Gone.AddRange(all.Except(Recording.Of(app, without: library).Assemblies).Order(StringComparer.Ordinal));
        }
        for (var round = 1; round <= most; round++)
        {
            var open = pairs.Where(pair => pair.IsOpen()).ToArray();
            if (open.Length == 0)
                return;
            _random.Shuffle(open);
            foreach (var pair in open)
                pair.Measure();
            after(round);
        }
    }

    private IEnumerable<(Func<bool> IsOpen, Action Measure)> Pairs(SwitchedApp app, AppTruth truth)
    {
        foreach (var (library, known) in app.Libraries.Zip(truth.Libraries))
            yield return (() => known.With.Count < Fewest || known.Saved.HalfWidth > GoodEnoughMs, () => WithAndWithout(app, library, known));
        yield return (() => truth.Recorded.ToldMs.Count < Fewest, () => PlainAndRecorded(app, truth.Recorded));
        yield return (() => truth.HostMs.Count < OfHost, () => truth.HostMs.Add(RuntimeStart.Measure(app)));
    }

    private void WithAndWithout(SwitchedApp app, SwitchedLibrary library, LibraryTruth known)
    {
        var (with, without) = InAnyOrder(() => MeasuredStart.Of(app), () => MeasuredStart.Of(app, library));
        known.With.Add(with.Ms);
        known.Without.Add(without.Ms);
    }

    private void PlainAndRecorded(SwitchedApp app, RecordedTruth known)
    {
        var (plain, recorded) = InAnyOrder(() => MeasuredStart.Of(app), () => Recording.Of(app));
        known.PlainMs.Add(plain.Ms);
        known.PlainMainMs.Add(plain.MainMs);
        known.RecordedMainMs.Add(recorded.MainMs);
        known.ToldMs.Add(recorded.ReadyMs);
    }

    // The first of a pair may find another machine than the second.
    private (TOne, TOther) InAnyOrder<TOne, TOther>(Func<TOne> one, Func<TOther> other)
    {
        if (_random.Next(2) == 0)
            return (one(), other());
        var second = other();
        return (one(), second);
    }
}
