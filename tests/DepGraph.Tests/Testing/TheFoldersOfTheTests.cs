using System.Text.RegularExpressions;

namespace DepGraph.Tests.Testing;

/// <summary>The rule of CONTRIBUTING that leads from a file of the core to its tests, and back.</summary>
public partial class TheFoldersOfTheTests
{
    private static readonly string Core = Repository.PathOf("src", "DepGraph"), Command = Repository.PathOf("src", "DepGraph.Tool"),
        Tests = Repository.PathOf("tests", "DepGraph.Tests");

    /// <summary>What is tested by the runs of real apps, or through what it is for.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["Recording"] = "DepGraph.Recording.Tests/Apps",
        ["Recording/Origins"] = "DepGraph.Recording.Tests/Apps",
        ["Recording/Port"] = "DepGraph.Recording.Tests/Apps",
        ["Recording/Processes"] = "DepGraph.Recording.Tests/Failures",
        ["Text"] = "DepGraph.Tests/Tool",
    };

    public static TheoryData<string> Folders => [.. FoldersOfTheCore];

    public static TheoryData<string> TestFiles => [.. FoldersOfTheCore.Append("Tool").Select(folder => Path.Combine(Tests, folder)).Where(Directory.Exists)
        .SelectMany(folder => Directory.GetFiles(folder, "*.cs")).Where(file => Fact().IsMatch(File.ReadAllText(file)))
            .Select(file => Slashes(Path.GetRelativePath(Tests, file)))];

    private static IEnumerable<string> FoldersOfTheCore => Directory.GetDirectories(Core, "*", SearchOption.AllDirectories).Where(HasSource)
        .Select(folder => Slashes(Path.GetRelativePath(Core, folder))).Where(folder => folder.Split('/')[0] is not ("bin" or "obj"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Are_those_of_the_core(string folder) =>
        HasSource(Elsewhere.TryGetValue(folder, out var other) ? Repository.PathOf("tests", other) : Path.Combine(Tests, folder))
            .ShouldBeTrue($"src/DepGraph/{folder} has no tests in tests/DepGraph.Tests/{folder}");

    [Theory]
    [MemberData(nameof(TestFiles))]
    public void Hold_tests_that_name_the_type_they_are_about(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var source = folder == "Tool" ? Command : Path.Combine(Core, folder);
        var types = SeeAlso().Matches(File.ReadAllText(Path.Combine(Tests, file))).Select(match => match.Groups[1].Value);
        types.ShouldContain(type => File.Exists(Path.Combine(source, type + ".cs")),
            $"{file} has no line /// <seealso cref=\"Type\"/> with a type of {source}");
    }

    private static bool HasSource(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.cs").Any();

    private static string Slashes(string path) => path.Replace('\\', '/');

    [GeneratedRegex("""^/// <seealso cref="(\w+)"/>""", RegexOptions.Multiline)]
    private static partial Regex SeeAlso();

    [GeneratedRegex(@"^    \[\w*(Fact|Theory)\w*\W", RegexOptions.Multiline)]
    private static partial Regex Fact();
}
