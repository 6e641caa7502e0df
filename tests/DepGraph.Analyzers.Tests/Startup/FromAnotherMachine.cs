using System.Security.Cryptography;
using System.Text;
using static DepGraph.Analyzers.Tests.Startup.RecordedProject;

namespace DepGraph.Analyzers.Tests.Startup;

/// <summary>The file of causes names files from the repository's root on: wherever a clone of it lies, they are found.</summary>
public class FromAnotherMachine
{
    private const string Recorded = "src/App/Program.cs", Line = "var first = Json.Parse(text);";
    private const string Code = "class P\n{\n    void A(string text)\n    {\n        var first = Json.Parse(text);\n    }\n}\n";
    private const string Twice = "class P\n{\n    void A()\n    {\n        Run();\n    }\n    void Run()\n    {\n        Run();\n    }\n}\n";
    private const string Stale = "0: startup: the recording is older than the code, 1 of the lines it tells of is gone: build to record again";

    [Theory]
    [InlineData("clone/src/App/Program.cs", "\n")]
    [InlineData("clone/src/App/Program.cs", "\r\n")]
    [InlineData(@"D:\clone\src\App\Program.cs", "\r\n")]
    public async Task A_line_is_shown_in_a_clone_in_another_folder_with_other_line_endings(string path, string newLine) =>
        (await Project(path, newLine, Code, Cause(5, Line, file: Recorded, checksum: Checksum(Code))).Finds()).ShouldBe(["5: " + Line]);

    [Theory]
    [InlineData("\n", "9: Run();")]
    [InlineData("\r\n", Stale)]
    public async Task Of_two_equal_lines_none_is_shown_where_the_checksum_is_another_one(string newLine, string found) =>
        (await Project("clone/src/App/Program.cs", newLine, Twice, Cause(9, "Run();", file: Recorded, checksum: Checksum(Twice))).Finds()).ShouldBe([found]);

    [Theory]
    [InlineData("clone/lib/App/Program.cs")]
    [InlineData("clone/Othersrc/App/Program.cs")]
    public async Task A_file_that_is_not_there_is_said_once_and_nothing_shown_in_one_of_its_name(string path) =>
        (await Project(path, "\n", Code, Cause(5, Line, file: Recorded, checksum: Checksum(Code))).Finds()).ShouldBe([Stale]);

    [Fact]
    public async Task Of_a_partial_class_each_line_is_shown_in_its_own_file()
    {
        const string more = "partial class P\n{\n    object B(string text)\n    {\n        Json.Start();\n        var first = Json.Parse(text);\n    }\n}\n";
        var project = new RecordedProject(
            Causes(Cause(5, Line, ms: 53, file: Recorded), Cause(6, Line, ms: 7, file: "src/App/Program.More.cs")),
            (Recorded, "partial " + Code), ("src/App/Program.More.cs", more));

        (await project.Findings()).Select(found => (Place: found.Location.GetLineSpan(), Message: found.GetMessage()))
            .Select(found => $"{found.Place.Path}:{found.Place.StartLinePosition.Line + 1} {found.Message}").ShouldBe([
                "/project/src/App/Program.More.cs:6 startup: first use of Json here, 5 assemblies, 7 ms",
                "/project/src/App/Program.cs:5 startup: first use of Json here, 5 assemblies, 53 ms",
            ]);
    }

    private static RecordedProject Project(string path, string newLine, string code, string cause) =>
        new(Causes(cause), (path, code.Replace("\n", newLine)));

    private static string Checksum(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code))).ToLowerInvariant();
}
