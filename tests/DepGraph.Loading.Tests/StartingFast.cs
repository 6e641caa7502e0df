using DepGraph.Generated;
using DepGraph.Recording.Processes;

namespace DepGraph.Loading.Tests;

public class StartingFast
{
    [Fact]
    public void Compiles_ahead_on_another_thread_what_the_recorded_start_compiled()
    {
        using var app = new ProbeApp();
        MethodsCompiledAhead(app).ShouldBe(0);

        app.GatherProfile("compile");

        app.Run("compile wait", "ahead").Single().ShouldNotBe("0");
    }

    [Fact]
    public void Leaves_the_installed_app_as_it_is()
    {
        using var app = new ProbeApp();
        app.GatherProfile("compile");
        var before = app.Files();

        app.Run("compile wait");

        var after = app.Files();
        after.Keys.ShouldBe(before.Keys, ignoreOrder: true);
        foreach (var (path, content) in before)
            after[path].ShouldBe(content, path);
    }

    [Fact]
    public void Plays_nothing_while_the_start_is_recorded()
    {
        using var app = new ProbeApp();
        app.GatherProfile("compile");
        app.Run("compile", "ahead", recording: true).ShouldBe(["0"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Starts_with_a_truncated_profile(int length)
    {
        using var app = new ProbeApp();
        app.GatherProfile("compile");
        File.WriteAllBytes(app.ProfilePath, File.ReadAllBytes(app.ProfilePath)[..length]);

        app.Run("compile").ShouldContain("7");
    }

    [Fact]
    public void Starts_with_a_profile_of_random_bytes()
    {
        using var app = new ProbeApp();
        var bytes = new byte[50_000];
        new Random(20261121).NextBytes(bytes);
        File.WriteAllBytes(app.ProfilePath, bytes);
        app.Run("compile").ShouldContain("7");
    }

    [Fact]
    public void Starts_with_a_damaged_byte_in_the_profile()
    {
        using var app = new ProbeApp();
        app.GatherProfile("compile");
        var profile = File.ReadAllBytes(app.ProfilePath);
        // The runtime itself ends the app at this one: it cannot parse the name, on a thread nobody guards.
        profile[profile.AsSpan().IndexOf("Version="u8) + 7] ^= 0xFF;
        File.WriteAllBytes(app.ProfilePath, profile);

        MethodsCompiledAhead(app).ShouldBe(0);
    }

    [Fact]
    public void Starts_with_the_profile_of_an_older_build()
    {
        using var app = new ProbeApp();
        app.GatherProfile("compile");
        var profile = File.ReadAllBytes(app.ProfilePath);
        var build = app.BuildId.ToByteArray();
        var at = profile.AsSpan().IndexOf(build);
        at.ShouldBeGreaterThan(0);
        profile[at] ^= 0xFF;

        Replace(app, profile);

        app.Run("compile").ShouldContain("7");
    }

    [Fact]
    public void Starts_with_a_profile_that_names_an_assembly_which_is_no_longer_there()
    {
        using var app = new ProbeApp();
        app.GatherProfile("compile");
        var profile = File.ReadAllBytes(app.ProfilePath);
        for (int at; (at = profile.AsSpan().IndexOf("System.Linq"u8)) >= 0;)
            profile[at] = (byte)'Z';

        Replace(app, profile);

        app.Run("compile").ShouldContain("7");
    }

    // As the build would put it there, with the sum that fits.
    private static void Replace(ProbeApp app, byte[] profile)
    {
        File.WriteAllBytes(app.ProfilePath + ".new", profile[StartupProfileSum.Length..]);
        StartupProfile.Keep(app.ProfilePath + ".new", app.ProfilePath);
    }

    private static int MethodsCompiledAhead(ProbeApp app) => int.Parse(app.Run("compile", "ahead").Single());
}
