using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Failures;

/// <summary>A table in docs/recording.md that is written by a test: between two comments with its name.</summary>
internal static class DocumentedTable
{
    /// <summary>Fails when the document holds another table; writes it there under DEPGRAPH_WRITE_DOCS=1.</summary>
    public static void ShouldHold(string name, string head, IEnumerable<string> rows)
    {
        var path = Repository.PathOf("docs", "recording.md");
        var (begin, end) = ($"<!-- {name}: written by the tests of DepGraph.Recording.Tests (DEPGRAPH_WRITE_DOCS=1) -->\n", $"<!-- end of {name} -->");
        var columns = head.Count(c => c == '|') - 1;
        var table = string.Concat(rows.Prepend("|" + string.Concat(Enumerable.Repeat("---|", columns))).Prepend(head).Select(line => line + "\n"));
        var text = File.ReadAllText(path);
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var stop = text.IndexOf(end, StringComparison.Ordinal);
        stop.ShouldBeGreaterThan(start - 1, $"docs/recording.md has no place for the table {name}");
        if (Switches.WriteDocs)
            File.WriteAllText(path, text[..start] + table + text[stop..]);
        else
            text[start..stop].ShouldBe(table);
    }
}
