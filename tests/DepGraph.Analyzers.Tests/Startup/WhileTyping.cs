using static DepGraph.Analyzers.Tests.Startup.RecordedProject;

namespace DepGraph.Analyzers.Tests.Startup;

/// <summary>A recorded line is followed through an editor: never is a figure shown at code it was not measured at.</summary>
public class WhileTyping
{
    private const string Program = """
        class Program
        {
            static object Read(string text)
            {
                var first = Json.Parse(text);
                System.Console.WriteLine();
                return first;
            }
        }
        """;

    private const string Stale = "0: startup: the recording is older than the code, 1 of the lines it tells of is gone: build to record again";
    private readonly RecordedProject _project = new(Causes(Cause(5, "var first = Json.Parse(text);")), ("Program.cs", Program));

    [Fact]
    public async Task The_line_says_what_it_costs()
    {
        var found = (await _project.Findings()).ShouldHaveSingleItem();

        found.Id.ShouldBe("DG2001");
        found.Severity.ShouldBe(Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        found.GetMessage().ShouldBe("startup: first use of Json here, 5 assemblies, 53 ms");
        (await _project.Finds()).ShouldBe(["5: var first = Json.Parse(text);"]);
    }

    [Fact]
    public async Task It_is_followed_when_something_is_typed_above_it()
    {
        _project.Type("Program.cs", "static object", "static int Count;\n\n    static object");
        (await _project.Finds()).ShouldBe(["7: var first = Json.Parse(text);"]);
        _project.Type("Program.cs", "var first = Json", "    var  first = Json");
        (await _project.Finds()).ShouldBe(["7: var  first = Json.Parse(text);"], "white space is no other code");
    }

    [Fact]
    public async Task Nothing_is_shown_where_its_code_is_another_one_and_that_is_said_once_in_the_project_until_it_is_undone()
    {
        _project.Type("Program.cs", "var first = Json.Parse", "var first = Other.Parse");
        (await _project.Finds()).ShouldBe([Stale]);
        _project.Type("Program.cs", "var first = Other.Parse", "var first = Json.Parse");
        (await _project.Finds()).ShouldBe(["5: var first = Json.Parse(text);"]);
    }

    [Fact]
    public async Task Nothing_is_shown_where_it_was_deleted()
    {
        _project.Type("Program.cs", "        var first = Json.Parse(text);\n", "");
        (await _project.Finds()).ShouldBe([Stale]);
    }

    [Fact]
    public async Task It_stays_when_the_method_around_it_gets_another_name()
    {
        _project.Type("Program.cs", "Read(string", "Parse(string");
        (await _project.Finds()).ShouldBe(["5: var first = Json.Parse(text);"]);
    }

    [Fact]
    public async Task Of_two_equal_lines_the_recorded_one_is_shown_and_none_when_nobody_knows_which_it_was()
    {
        const string twice = "class P\n{\n    void A()\n    {\n        Run();\n    }\n    void Run()\n    {\n        Run();\n    }\n}\n";
        var checksum = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(twice))).ToLowerInvariant();
        var project = new RecordedProject(Causes(Cause(9, "Run();", checksum: checksum)), ("Program.cs", twice));

        (await project.Finds()).ShouldBe(["9: Run();"]);
        project.Type("Program.cs", "class P", "\nclass P");
        (await project.Finds()).ShouldBe([Stale]);
    }

    [Fact]
    public async Task Code_that_does_not_compile_harms_nothing()
    {
        _project.Type("Program.cs", "System.Console.WriteLine();", "System.Console.Wri");
        (await _project.Finds()).ShouldBe(["5: var first = Json.Parse(text);"]);
    }
}
