using System.Reflection;

namespace DepGraph.Loading.Tests;

public class WatchingAStart
{
    private readonly Reports _bar = new();

    [Fact]
    public void Begins_where_the_loaded_assemblies_say()
    {
        using var watch = SequenceText.HourLong("System.Private.CoreLib", "System.Runtime", "To.Come", "To.Come.Too").Watch();

        watch.Current.Step.ShouldBe(2);
        watch.Current.Name.ShouldBe("System.Runtime");
        watch.Current.Fraction.ShouldBeGreaterThanOrEqualTo(0.4);
    }

    [Fact]
    public void Loads_nothing_itself()
    {
        var names = FreshAssemblies.Take(2);

        using (SequenceText.HourLong(names).Watch(_bar))
        {
        }

        names.ShouldAllBe(name => !FreshAssemblies.IsLoaded(name));
    }

    [Fact]
    public void Follows_the_loads_of_the_app()
    {
        var names = FreshAssemblies.Take(3);
        using var watch = SequenceText.HourLong(names).Watch(_bar);

        watch.Current.Step.ShouldBe(0);
        Assembly.Load(names[0]);
        watch.Current.Step.ShouldBe(1);
        Assembly.Load(names[1]);
        watch.Current.Step.ShouldBe(2);
        watch.Current.Fraction.ShouldBeLessThan(1);
    }

    [Fact]
    public void Ends_at_100_percent_when_disposed()
    {
        var watch = SequenceText.HourLong("System.Runtime", "Never.Comes").Watch(_bar);

        watch.Dispose();
        watch.Dispose();

        watch.Current.Fraction.ShouldBe(1);
        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void Without_a_usable_sequence_is_indeterminate_until_the_end()
    {
        var watch = SequenceText.Read("").Watch(_bar);
        watch.Current.IsIndeterminate.ShouldBeTrue();

        watch.Dispose();

        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void Rises_to_the_end_while_eight_threads_load()
    {
        var names = FreshAssemblies.Take(24);
        var watch = SequenceText.HourLong(names).Watch(_bar);

        Parallel.ForEach(names, new ParallelOptions { MaxDegreeOfParallelism = 8 }, name =>
        {
            Assembly.Load(name);
            _ = watch.Current;
        });
        watch.Current.Step.ShouldBe(24);
        watch.Dispose();

        _bar.ShouldRiseToTheEnd();
    }

    [Fact]
    public void Tells_a_broken_bar_once_and_leaves_the_app_alone()
    {
        var bar = new BrokenBar();
        var watch = SequenceText.HourLong("System.Runtime", "Never.Comes").Watch(bar);

        SpinWait.SpinUntil(() => bar.Told > 0, TimeSpan.FromSeconds(30)).ShouldBeTrue();

        // The timer's thread survived, or this process would be gone. On a thread of the app the fault is the app's to see.
        Should.Throw<InvalidOperationException>(watch.Dispose);
        bar.Told.ShouldBe(2);
    }
}
