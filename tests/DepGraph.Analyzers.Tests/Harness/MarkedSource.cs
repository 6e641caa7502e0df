using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>C# whose expected findings are marked: all <c>[|so|]</c> where the id does not matter, or all <c>{|DG1003:so|}</c>.</summary>
public sealed partial record MarkedSource(string Text, IReadOnlyList<MarkedSpan> Spans)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<MarkedSpan>();
        var open = new Stack<(string? Id, int Start)>();
        var last = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, last, mark.Index - last);
            last = mark.Index + mark.Length;
            if (mark.Value is "|]" or "|}")
            {
                var (id, start) = open.Pop();
                spans.Add(new MarkedSpan(id, TextSpan.FromBounds(start, text.Length)));
            }
            else
            {
                open.Push((mark.Groups["id"].Success ? mark.Groups["id"].Value : null, text.Length));
            }
        }

        open.ShouldBeEmpty("a mark is opened and not closed");
        text.Append(marked, last, marked.Length - last);
        return new MarkedSource(text.ToString(), [.. spans.OrderBy(s => s.Span.Start)]);
    }

    [GeneratedRegex(@"\[\||\|\]|\{\|(?<id>DG\d{4}):|\|\}")]
    private static partial Regex Mark();
}

/// <summary>Where a finding is expected; <see cref="Id"/> is null where the marks name no ids.</summary>
public sealed record MarkedSpan(string? Id, TextSpan Span);
