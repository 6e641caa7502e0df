using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Reports.Page;

/// <summary>The page's view of a difference: one line for each change, and the drawing.</summary>
internal static class HtmlChanges
{
    public static IEnumerable<object> Lines(Diff diff, Snapshot now) =>
        ChangeLines.Of(diff, now, Sentences.Plain).Select(line => new { Kind = JsonFormat.Name(line.Kind), line.Title, line.Text, line.Frames });

    public static object Drawing(ChangeDrawing drawing, Snapshot now)
    {
        var index = now.Recording!.Nodes.ToDictionary(node => node.Id, node => node.Order);
        return new
        {
            Nodes = drawing.Nodes.Select(node => new { Name = node.Id, Mark = JsonFormat.Name(node.Mark), Index = index.GetValueOrDefault(node.Id, -1) }),
            Edges = drawing.Edges.Select(edge => new { edge.From, edge.To, Mark = JsonFormat.Name(edge.Mark) }),
        };
    }
}
