using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests;

/// <summary>lock, diff and check as users run them, on real recordings.</summary>
public sealed class TheReviewCommands(TheReviewCommands.Recordings recordings) : IClassFixture<TheReviewCommands.Recordings>
{
    [Fact]
    public async Task Diff_says_nothing_and_ends_with_0_when_nothing_changed_and_with_1_when_something_did()
    {
        var (old, other) = (recordings.Old, recordings.Other);
        (await RunAsync("diff", recordings.Lock, recordings.Same, "--check")).ShouldBe((0, ""));
        var changed = await RunAsync("diff", recordings.Lock, other, "--check");
        changed.ExitCode.ShouldBe(1);
        changed.Output.ShouldContain("+ Startup now loads Spectre.Console");
        (await RunAsync("diff", old, other)).ExitCode.ShouldBe(0);
        (await RunAsync("diff", old, other, "--format", "markdown")).Output.ShouldContain("```mermaid");
        (await RunAsync("diff", old, other, "--format", "json")).Output.ShouldContain("\"brought\"");
        (await RunAsync("diff", old, other, "--format", "dot")).Output.ShouldStartWith("digraph");
        (await RunAsync("diff", old, other, "--format", "mermaid")).Output.ShouldStartWith("flowchart");
    }

    [Fact]
    public async Task Check_ends_with_1_on_a_code_that_was_not_allowed()
    {
        var failed = await RunAsync("check", recordings.Other, "--lock", recordings.Lock, "--max-assemblies", "3");
        failed.ExitCode.ShouldBe(1);
        failed.Output.ShouldContain("error DG0101");
        failed.Output.ShouldContain("error DG0104");
        var allowed = await RunAsync("check", recordings.Other, "--lock", recordings.Lock, "--allow", "DG0101");
        allowed.ExitCode.ShouldBe(0);
        allowed.Output.ShouldContain("warning DG0101");
    }

    [Fact]
    public async Task Check_ends_with_1_on_what_must_stay_lazy_and_on_a_rule_that_guards_nothing()
    {
        var lazy = await RunAsync("check", recordings.Other, "--lazy", "Spectre.*=only tables need it");
        lazy.ExitCode.ShouldBe(1);
        lazy.Output.ShouldContain("error DG0106: Startup loads Spectre.Console");
        lazy.Output.ShouldContain("It must stay lazy: only tables need it (DepGraphLazy).");
        (await RunAsync("check", recordings.Old, "--lazy", "Spectre.Console", "--lazy", "System.Private.Xml")).ShouldBe((0, ""), "shipped, not loaded");
        (await RunAsync("check", recordings.Old, "--lazy", "Spectre.Consol")).Output.ShouldContain("error DG0107: DepGraphLazy Spectre.Consol guards nothing");
    }

    [Fact]
    public async Task A_recording_says_what_is_new_at_the_line_of_source_and_no_report_has_its_folder()
    {
        using var folder = new TemporaryFolder();
        var recorded =
            await RunAsync("record", "-o", folder.Path, "--name", "new", "--lock", recordings.Lock, "--", "dotnet",
            await Support.TestApps.DllAsync("Reviewed"), "package");
        var program = Repository.PathOf("tests", "apps", "Reviewed", "Program.cs");
        var line = Array.FindIndex(await File.ReadAllLinesAsync(program), l => l.Contains("void UsePackage()", StringComparison.Ordinal)) + 1;
        recorded.Output.ShouldContain($"\n{program}({line}): warning DG0101: Startup now loads Spectre.Console");
        foreach (var file in Directory.GetFiles(folder.Path))
            (await File.ReadAllTextAsync(file)).ShouldNotContain(Path.GetDirectoryName(program)!);
    }

    [Fact]
    public async Task Merge_writes_one_graph_and_an_index()
    {
        using var folder = new TemporaryFolder();
        var merged = await RunAsync("merge", recordings.Old, recordings.Other, "-o", folder.Path, "--formats", "json");
        merged.ExitCode.ShouldBe(0, merged.Output);
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "index.html"))).ShouldContain("2 recordings");
        Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order().ShouldBe(["Solution.depgraph.json", "index.html"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_cannot_be_read_is_one_line_with_a_code()
    {
        using var folder = new TemporaryFolder();
        var broken = Path.Combine(folder.Path, "broken.json");
        await File.WriteAllTextAsync(broken, "{");
        foreach (var command in new[] { "lock", "check", "merge" })
            One(await RunAsync(command, broken));
        One(await RunAsync("diff", broken, Path.Combine(folder.Path, "absent.json")));

        static void One((int ExitCode, string Output) result)
        {
            result.ExitCode.ShouldBe(2);
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("depgraph : error DG0013:");
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var started = await ProgramRun.DotnetAsync([Path.Combine(AppContext.BaseDirectory, "depgraph.dll"), .. arguments]);
        return (started.ExitCode, started.Text);
    }

    /// <summary>An app before a change, once more, and after it; and the lock file of the first.</summary>
    public sealed class Recordings : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Old => PathOf("old.depgraph.json");

        public string Same => PathOf("same.depgraph.json");

        public string Other => PathOf("other.depgraph.json");

        public string Lock => PathOf("depgraph.lock.json");

        public async Task InitializeAsync()
        {
            await RecordAsync("old", "none");
            await RecordAsync("same", "none");
            await RecordAsync("other", "package");
            (await RunAsync("lock", Old, "-o", Lock)).ExitCode.ShouldBe(0);
        }

        public Task DisposeAsync()
        {
            _folder.Dispose();
            return Task.CompletedTask;
        }

        private string PathOf(string name) => Path.Combine(_folder.Path, name);

        private async Task RecordAsync(string name, string change)
        {
            var result =
                await RunAsync("record", "-o", _folder.Path, "--name", name, "--formats", "json", "--", "dotnet",
                await Support.TestApps.DllAsync("Reviewed"), change);
            result.ExitCode.ShouldBe(0, result.Output);
        }
    }
}
