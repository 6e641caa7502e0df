using System.Globalization;

namespace DepGraph.Loading.Tests;

public class RunningARealApp
{
    private static readonly string[] Names = ["System.Xml.Linq", "System.Net.Http", "System.IO.Pipes", "System.Formats.Asn1"];

    [Fact]
    public void Finds_the_sequence_beside_the_app_and_loads_it()
    {
        using var app = new ProbeApp(SequenceText.Of(Names));
        app.Run("load", "loaded").ShouldContain(name => Names.Contains(name), Names.Length);
        Fractions(app.Run("load", "progress")).ShouldBe([0, 0.1, 0.3, 0.6, 1]);
    }

    [Fact]
    public void Starts_without_a_sequence_and_says_why()
    {
        using var app = new ProbeApp();
        app.Run("load", "problem").Single().ShouldBe("There is no Probe.loadsequence.json beside the app: build it with DepGraph.");
    }

    [Fact]
    public void Starts_with_a_folder_where_the_sequence_should_be()
    {
        using var app = new ProbeApp();
        Directory.CreateDirectory(app.SequencePath);
        app.Run("load", "progress").ShouldBe(["0 0 0 ", "1 0 0 "]);
    }

    [Fact]
    public void Watches_its_own_start_to_the_end()
    {
        using var app = new ProbeApp(SequenceText.Of(Names));
        var fractions = Fractions(app.Run("watch", "progress"));
        fractions.ShouldBe(fractions.Order());
        fractions[^1].ShouldBe(1);
    }

    [Fact]
    public void Loads_in_the_background_while_Main_goes_on()
    {
        using var app = new ProbeApp(SequenceText.Of(Names));
        app.Run("background " + string.Join(' ', Names), "loaded").ShouldContain(name => Names.Contains(name), Names.Length);
    }

    [Fact]
    public void Plays_nothing_while_it_is_recorded()
    {
        using var app = new ProbeApp(SequenceText.Of(Names));
        app.Run("load", "loaded", recording: true).ShouldNotContain(name => Names.Contains(name));
        app.Run("ready", "recording", recording: true).ShouldBe(["True"]);
        app.Run("ready", "recording").ShouldBe(["False"]);
    }

    [Fact]
    public void Says_that_it_is_ready_and_the_bar_is_at_its_end()
    {
        using var app = new ProbeApp(SequenceText.Of(Names));
        Fractions(app.Run("ready", "progress"))[^1].ShouldBe(1);
        Fractions(app.Run("ready", "progress", recording: true))[^1].ShouldBe(1);
    }

    [Fact]
    public void Does_nothing_where_code_is_compiled_ahead_of_time()
    {
        using var app = new ProbeApp(SequenceText.Of(Names));
        // What a native executable says of itself.
        var config = File.ReadAllText(app.RuntimeConfigPath);
        File.WriteAllText(app.RuntimeConfigPath, config.Replace(
            "\"configProperties\": {", "\"configProperties\": { \"System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported\": false,"));

        app.Run("load", "loaded").ShouldNotContain(name => Names.Contains(name));
        app.Run("load", "progress").ShouldBe(["0 0 0 ", "1 0 0 "]);
    }

    private static double[] Fractions(string[] lines) =>
        lines.Select(line => Math.Round(double.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture), 3)).ToArray();
}
