namespace DepGraph.Loading.Tests;

/// <summary>The recorded start: a load each 10 ms, ready at 110 ms. All times are handed in, none is measured.</summary>
public class FollowingATimeline
{
    private static readonly string[] Names = Enumerable.Range(0, 10).Select(i => $"Step{i}").ToArray();

    [Fact]
    public void Begins_at_the_last_load_that_has_happened() =>
        Start("Step0", "Step1", "Step2").Fraction(0).ShouldBe(30 / 110.0, 1e-9);

    [Fact]
    public void Is_where_the_recording_was_at_the_same_load()
    {
        var timeline = Start("Step0");
        timeline.See("Step1", 10);
        timeline.See("Step2", 20);
        timeline.Fraction(20).ShouldBe(30 / 110.0, 1e-9);
        timeline.Name.ShouldBe("Step2");
    }

    [Fact]
    public void Goes_on_in_time_between_two_loads_but_not_beyond_the_next()
    {
        var timeline = Start("Step0");
        timeline.Fraction(5).ShouldBe(15 / 110.0, 1e-9);
        timeline.Fraction(50).ShouldBe(20 / 110.0, 1e-9);
    }

    [Fact]
    public void Goes_slower_between_loads_where_this_start_is_slower()
    {
        var timeline = Start("Step0");
        for (var i = 1; i < 5; i++)
            timeline.See($"Step{i}", i * 100);

        var position = timeline.Fraction(450) * 110;

        position.ShouldBeInRange(55, 57); // half-way at a tenth of the pace, and a little ahead as it began as 1
    }

    [Fact]
    public void Does_not_take_the_noise_of_a_start_for_its_pace()
    {
        var timeline = Start("Step0");
        for (var i = 1; i < 5; i++)
            timeline.See($"Step{i}", i * 12);
        timeline.Fraction(53).ShouldBe(55 / 110.0, 1e-9);
    }

    [Fact]
    public void Never_moves_backwards()
    {
        var timeline = Start();
        var random = new Random(7);
        var last = 0.0;
        for (var now = 0; now < 300; now++)
        {
            if (random.Next(10) == 0)
                timeline.See($"Step{random.Next(10)}", now);
            var fraction = timeline.Fraction(now);
            fraction.ShouldBeGreaterThanOrEqualTo(last);
            last = fraction;
        }
    }

    [Fact]
    public void Is_not_thrown_forward_by_one_late_assembly_that_comes_early()
    {
        var timeline = Start("Step0");
        timeline.See("Step9", 1);
        timeline.Fraction(1).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void Gets_ahead_when_steps_never_come()
    {
        var timeline = Start("Step0");
        timeline.See("Step4", 1);
        timeline.Fraction(1).ShouldBe(50 / 110.0, 1e-9);
    }

    [Fact]
    public void Does_not_mind_loads_it_does_not_know()
    {
        var timeline = Start("Step0");
        var before = timeline.Fraction(1);
        timeline.See("Unknown", 1);
        timeline.Fraction(1).ShouldBe(before);
    }

    [Fact]
    public void Does_not_claim_the_end_when_all_is_loaded() =>
        Start(Names).Fraction(100).ShouldBe(0.99);

    [Fact]
    public void Ends_when_the_whole_recorded_start_has_passed_once_more_and_nobody_said_that_it_is_over()
    {
        var timeline = Start("Step0");
        timeline.Fraction(119).ShouldBeLessThan(1);
        timeline.Fraction(121).ShouldBe(1);
    }

    private static StartupTimeline Start(params string[] loaded) => new(SequenceText.Sequence(Names).Recorded, loaded, 0);
}
