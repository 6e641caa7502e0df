namespace DepGraph.Loading.Tests;

public class LoadingStepByStep
{
    private readonly Reports _bar = new();

    [Fact]
    public void Loads_every_assembly_and_tells_the_bar_before_each()
    {
        var names = FreshAssemblies.Take(3);

        SequenceText.Sequence(names).Load(_bar);

        FreshAssemblies.AreLoaded(names).ShouldBeTrue();
        _bar.All.Select(progress => progress.Name).ShouldBe([.. names, ""]);
        _bar.All.Select(progress => progress.Step).ShouldBe([0, 1, 2, 3]);
        _bar.All.ShouldAllBe(progress => progress.Steps == 3);
    }

    [Fact]
    public void Moves_the_bar_by_cost_and_not_by_count()
    {
        SequenceText.Sequence(FreshAssemblies.Take(3)).Load(_bar);

        _bar.All.Select(progress => Math.Round(progress.Fraction, 3)).ShouldBe([0, 0.167, 0.5, 1]); // 1 + 2 + 3 ms
    }

    [Fact]
    public void Gives_no_share_of_the_bar_to_what_is_loaded_already()
    {
        var fresh = FreshAssemblies.Take(2);

        SequenceText.Sequence("System.Private.CoreLib", fresh[0], fresh[1]).Load(_bar);

        _bar.All.Select(progress => Math.Round(progress.Fraction, 3)).ShouldBe([0, 0, 0.4, 1]); // 0 + 2 + 3 ms
    }

    [Fact]
    public void Passes_over_what_cannot_be_found_and_still_reaches_the_end()
    {
        var fresh = FreshAssemblies.Take(2);

        SequenceText.Sequence(fresh[0], "No.Such.Assembly", fresh[1]).Load(_bar);

        _bar.ShouldRiseToTheEnd();
        FreshAssemblies.AreLoaded(fresh).ShouldBeTrue();
    }

    [Fact]
    public void Does_not_ask_for_what_was_not_loaded_by_name_or_has_a_hostile_name()
    {
        string[] names = ["Plugin.ByPath", "../../evil", "Evil, Version=6.6.6.6", "C:\\evil.dll"];
        var asked = new List<string>();
        ResolveEventHandler onAsked = (_, args) =>
        {
            lock (asked)
                asked.Add(args.Name);
            return null;
        };
        AppDomain.CurrentDomain.AssemblyResolve += onAsked;

        SequenceText.Read(SequenceText.Of([names, ["Asked.For"]], "Plugin.ByPath")).Load(_bar);

        AppDomain.CurrentDomain.AssemblyResolve -= onAsked;
        asked.ShouldContain(name => name.StartsWith("Asked.For", StringComparison.Ordinal));
        asked.ShouldNotContain(name => name.Contains("evil", StringComparison.OrdinalIgnoreCase) || name.Contains("Plugin"));
        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void Without_a_usable_sequence_is_indeterminate_and_then_done()
    {
        SequenceText.Read("{").Load(_bar);

        _bar.All.Select(progress => progress.IsIndeterminate).ShouldBe([true, false]);
        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void Of_what_is_all_loaded_reaches_the_end()
    {
        SequenceText.Sequence("System.Private.CoreLib", "System.Runtime").Load(_bar);

        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void From_eight_threads_at_once_gives_each_a_bar_that_rises_to_the_end()
    {
        var names = FreshAssemblies.Take(24);
        var sequence = SequenceText.Sequence(names);
        var bars = Enumerable.Range(0, 8).Select(_ => new Reports()).ToArray();
        using var start = new Barrier(bars.Length);
        var threads = bars.Select(bar => new Thread(() =>
        {
            start.SignalAndWait();
            sequence.Load(bar);
        })).ToArray();

        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();

        foreach (var bar in bars)
            bar.ShouldRiseToTheEnd();
        FreshAssemblies.AreLoaded(names).ShouldBeTrue();
    }

    [Fact]
    public void In_slices_hands_control_back_between_loads()
    {
        var names = FreshAssemblies.Take(3);
        var loadedAtEachTurn = new List<int>();

        foreach (var progress in SequenceText.Sequence(names).LoadInSlices(budgetMs: 0))
        {
            _bar.Report(progress);
            loadedAtEachTurn.Add(names.Count(FreshAssemblies.IsLoaded));
        }

        loadedAtEachTurn.ShouldBe([0, 1, 2, 3]);
        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void In_slices_with_a_large_budget_loads_all_in_one_turn() =>
        SequenceText.Sequence(FreshAssemblies.Take(3)).LoadInSlices(budgetMs: 60_000).Count().ShouldBe(2);

    [Fact]
    public void In_slices_stops_when_the_loop_is_left()
    {
        var names = FreshAssemblies.Take(3);

        foreach (var _ in SequenceText.Sequence(names).LoadInSlices(budgetMs: 0).Skip(1))
            break;

        names.Select(FreshAssemblies.IsLoaded).ShouldBe([true, false, false]);
    }

    [Fact]
    public void Throws_on_what_the_bar_throws()
    {
        var sequence = SequenceText.Sequence("System.Runtime");
        Should.Throw<InvalidOperationException>(() => sequence.Load(new BrokenBar()));
    }
}
