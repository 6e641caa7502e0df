using DepGraph.Reports;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

public class TheFormats
{
    [Fact]
    public void Are_all_in_the_table_of_the_docs()
    {
        var rows = File.ReadLines(Repository.PathOf("docs", "formats.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
        rows.Order(StringComparer.Ordinal).ShouldBe(ReportSet.Formats.Order(StringComparer.Ordinal));
    }
}
