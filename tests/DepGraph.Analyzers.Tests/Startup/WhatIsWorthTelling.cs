using Microsoft.CodeAnalysis.Text;
using DepGraph.Analyzers.Startup;
using static DepGraph.Analyzers.Tests.Startup.RecordedProject;

namespace DepGraph.Analyzers.Tests.Startup;

public class WhatIsWorthTelling
{
    private static readonly string[] Calls = [.. Enumerable.Range(0, 12).Select(n => $"Call{n}();")];
    private static readonly (string, string) Program = ("Program.cs", $"class P {{ void M() {{\n{string.Join('\n', Calls)}\n}} }}");

    [Fact]
    public async Task Takes_five_milliseconds_or_three_assemblies() => (await Project("", Cause(2, Calls[0], ms: 4.9, assemblies: 2),
        Cause(3, Calls[1], ms: 5, assemblies: 0), Cause(4, Calls[2], ms: 0.1, assemblies: 3)).Finds()).ShouldBe(["3: Call1();", "4: Call2();"]);

    [Fact]
    public async Task Is_what_editorconfig_says() => (await Project(
        "depgraph_startup_least_ms = 20\ndepgraph_startup_least_assemblies = 100\ndepgraph_startup_most_in_file = 1",
        Cause(2, Calls[0], ms: 19, assemblies: 2), Cause(3, Calls[1], ms: 21, assemblies: 0), Cause(4, Calls[2], ms: 22, assemblies: 3))
        .Finds()).ShouldBe(["4: Call2();"]);

    [Fact]
    public async Task Does_not_depend_on_an_option_that_is_no_number() =>
        (await Project("depgraph_startup_least_ms = many", Cause(2, Calls[0])).Finds()).ShouldBe(["2: Call0();"]);

    [Fact]
    public async Task Is_at_most_ten_lines_a_file_the_dearest() =>
        (await Project("", [.. Calls.Select((call, n) => Cause(n + 2, call, ms: 100 + n))]).Finds())
            .ShouldBe(Calls.Skip(2).Select((call, n) => $"{n + 4}: {call}"));

    [Fact]
    public async Task Is_told_once_a_line() => (await Project("", Cause(2, Calls[0], ms: 9), Cause(2, Calls[0], ms: 7)).Findings())
        .ShouldHaveSingleItem().GetMessage().ShouldEndWith(" 9 ms");

    [Fact]
    public async Task Is_off_with_one_setting()
    {
        var project = Project("", Cause(2, Calls[0]));
        project.SwitchOff();
        (await project.Finds()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_in_generated_code() =>
        (await new RecordedProject(Causes(Cause(1, "class P { void M() { } }", file: "project/Made.g.cs")), ("Made.g.cs", "class P { void M() { } }")).Finds())
            .Where(found => !found.StartsWith("0:", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public async Task Is_of_this_assembly_and_of_the_file_nearest_to_the_root()
    {
        const string code = "class P { void M() { } }";
        var project = new RecordedProject(
            Causes(Cause(1, code, of: "Other"), Cause(1, code, file: "project/Linked.cs"), Cause(1, code)),
            ("Program.cs", code), ("sub/project/Program.cs", code.Replace("P", "Q")), ("Linked.cs", code.Replace("P", "R")));

        (await project.Findings()).Select(found => found.Location.SourceTree?.FilePath).ShouldBe([null, "/project/Program.cs"]);
    }

    [Fact]
    public async Task Names_the_registration_of_a_constructor_that_a_container_runs() =>
        (await Project("", Cause(2, Calls[0], registeredAt: "project/Program.cs:4")).Findings()).ShouldHaveSingleItem()
            .AdditionalLocations.ShouldHaveSingleItem().GetLineSpan().StartLinePosition.Line.ShouldBe(3);

    [Theory]
    [InlineData("#line 3 \"/project/Pages/Pager.razor\"", "b.Add(Json.Write(1)", "<p>@b.Add(Json.Write(1)</p>")]
    [InlineData("#line (3,5)-(3,18) 6 \"/project/Pages/Pager.razor\"", "b.Add(Json.Write(1)", "<p>@Json.Write(1)</p>")] // code of its own ahead of it
    public async Task Stands_in_the_razor_file_its_code_was_generated_from(string directive, string code, string line)
    {
        var generated = $$"""
            class Pager
            {
                void Build(object b)
                {
            {{directive}}
            {{code}}
            #line default
            #line hidden
                    );
                }
            }
            """;
        var project = new RecordedProject(Causes(Cause(3, line, file: "project/Pages/Pager.razor")), ("Pager_razor.g.cs", generated));

        var found = (await project.Findings()).ShouldHaveSingleItem().Location.GetMappedLineSpan();
        (found.Path, found.StartLinePosition.Line).ShouldBe(("/project/Pages/Pager.razor", 2));
    }

    [Theory]
    [InlineData("depgraph causes 2\nwhatever", "0: startup: App.causes.txt is of another version of DepGraph: build to record again")]
    [InlineData("depgraph causes 1\nApp\tproject", "0: startup: App.causes.txt is damaged in line 2: build to record again")]
    [InlineData("depgraph causes 1\nApp\tproject/Program.cs\t0\t\t5\t53\t\tm\tt", "0: startup: App.causes.txt is damaged in line 2: build to record again")]
    [InlineData("a file of somebody else's", null)]
    [InlineData("", null)]
    public async Task Is_nothing_where_the_file_is_not_what_this_version_writes(string file, string? note) =>
        (await new RecordedProject(file, Program).Finds()).ShouldBe(note is null ? [] : [note]);

    [Fact]
    public void Whatever_is_in_the_file_it_is_read_or_refused()
    {
        var random = new Random(18);
        var whole = Causes(Cause(5, "var first = Json.Parse(text);"), Cause(9, "Run();", registeredAt: "project/Program.cs:4"));
        for (var i = 0; i < 5000; i++)
        {
            var lie = whole.ToCharArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                lie[random.Next(lie.Length)] = "\t\n\r\0 9-.\uFEFF\uD800z"[random.Next(11)];
            var file = CausesFile.Read(SourceText.From(new string(lie, 0, random.Next(lie.Length))), "lie");
            file.Causes.ShouldAllBe(cause => cause.Line > 0 && cause.Text.Length > 0);
        }
    }

    private static RecordedProject Project(string editorConfig, params string[] causes) => new(Causes(causes), Program) { EditorConfig = editorConfig };
}
