namespace DepGraph.Tests.Docs;

/// <summary>What the compiler's style rules cannot hold.</summary>
public class TheStyle
{
    private const int Longest = 160;

    private static readonly IReadOnlyList<(string Place, string Text)> Lines = [.. Files().SelectMany(file =>
        File.ReadLines(Repository.PathOf(file)).Select((text, i) => ($"{file}:{i + 1}", text)))];

    [Fact]
    public void Has_no_line_over_160_characters() => Lines.Where(line => line.Text.Length > Longest).Select(line => line.Place).ShouldBeEmpty();

    [Fact]
    public void Breaks_a_line_behind_an_arrow_not_before_it() =>
        Lines.Where(line => line.Text.TrimStart().StartsWith("=> ", StringComparison.Ordinal)).Select(line => line.Place).ShouldBeEmpty();

    // Not by git: sources may be tested where no repository is.
    private static IEnumerable<string> Files() => new[] { "src", "tests", "samples", "bench" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules"));
}
