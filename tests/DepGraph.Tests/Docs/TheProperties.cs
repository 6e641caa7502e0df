using System.Text.RegularExpressions;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

public class TheProperties
{
    [Fact]
    public void In_the_table_of_the_docs_are_those_the_targets_read()
    {
        var targets = Directory.EnumerateFiles(Repository.PathOf("src", "DepGraph.Tasks"), "*.targets", SearchOption.AllDirectories).Select(File.ReadAllText);
        var read = targets.SelectMany(text => Regex.Matches(text, @"\$\((DepGraph\w*)")).Select(match => match.Groups[1].Value).Distinct();

        Documented.ShouldBe(read, ignoreOrder: true);
    }

    private static IEnumerable<string> Documented =>
        File.ReadLines(Repository.PathOf("docs", "build.md")).SkipWhile(line => line != "## Properties").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
}
