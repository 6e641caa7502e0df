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

    private static IEnumerable<string> Files() => ProgramRun.ToEnd("git", ["-C", Repository.PathOf(), "ls-files", "*.cs"]).ShouldSucceed().Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Repository.PathOf(file)));
}
