using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Bench.Keystroke;

/// <summary>The file of causes of a build that recorded ten lines of a file, spread over it.</summary>
internal sealed class RecordedCauses : AdditionalText
{
    private const int Lines = 10;
    private readonly SourceText _text;

    public RecordedCauses(string assembly, SyntaxTree tree) => _text = SourceText.From(string.Join('\n', All(assembly, tree)));

    public override string Path => "App.causes.txt";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    private static IEnumerable<string> All(string assembly, SyntaxTree tree)
    {
        yield return "depgraph causes 1";
        var lines = tree.GetText().Lines.Where(line => line.ToString().Any(char.IsLetter)).GroupBy(line => line.ToString()).Where(same => same.Count() == 1)
            .Select(same => same.Single()).ToList();
        for (var i = 0; i < Lines; i++)
        {
            var line = lines[i * (lines.Count - 1) / Lines];
            var text = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var file = tree.FilePath.Replace('\\', '/').TrimStart('/');
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{assembly}\t{file}\t{line.LineNumber + 1}\tsha256:\t3\t{20 + i}\t\tfirst use of Json here\t{text[..Math.Min(200, text.Length)]}");
        }
    }
}
