using System.CommandLine;
using System.Text;
using DepGraph.Reports.Drawing;
using DepGraph.Reports.Json;
using DepGraph.Reports.Markdown;
using DepGraph.Reports.PlainText;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph diff</c>: what changed at startup between two recordings or lock files.</summary>
internal static class DiffCommand
{
    private static readonly TimeSpan GraphvizTimeout = TimeSpan.FromSeconds(30);

    private enum Format
    {
        Text,
        Markdown,
        Json,
        Dot,
        Svg,
        Mermaid,
    }

    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "A recording (<App>.depgraph.json) or a lock file." };
        var now = new Argument<string>("new") { Description = "The later one." };
        var format = new Option<Format>("--format", "-f")
        { Description = "What to write: text, markdown, json, or a drawing of the change as dot, svg or mermaid." };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output by default." };
        var check = new Option<bool>("--check") { Description = "End with exit code 1 when something changed." };
        var command = new Command("diff", "Shows what changed at startup between two recordings or lock files.") { old, now, format, output, check };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            SnapshotFile.Read(parsed.GetValue(old)!), SnapshotFile.Read(parsed.GetValue(now)!), parsed.GetValue(format), parsed.GetValue(output),
                parsed.GetValue(check), cancellation)));
        return command;
    }

    private static int Run(Snapshot old, Snapshot now, Format format, string? output, bool check, CancellationToken cancellation)
    {
        var diff = Comparison.Between(old, now);
        var content = diff.IsEmpty && format != Format.Json ? [] : Write(format, diff, old, now, cancellation);
        if (output is not null)
            OutputFile.Write(output, content);
        else if (content.Length > 0)
            WriteToConsole(content);
        return check && !diff.IsEmpty ? ExitCodes.CheckFailed : ExitCodes.Done;
    }

    private static byte[] Write(Format format, Diff diff, Snapshot old, Snapshot now, CancellationToken cancellation) => format switch
    {
        Format.Text => Encoding.UTF8.GetBytes(DiffText.Write(diff, now)),
        Format.Markdown => Encoding.UTF8.GetBytes(DiffMarkdown.Write(diff, old, now)),
        Format.Json => DiffJson.Write(diff),
        Format.Mermaid => Encoding.UTF8.GetBytes(MermaidWriter.Write(ChangeDrawing.Of(diff, old, now))),
        Format.Dot => Dot(diff, old, now),
        _ => Svg(Dot(diff, old, now), cancellation),
    };

    private static byte[] Dot(Diff diff, Snapshot old, Snapshot now) =>
        Encoding.UTF8.GetBytes(DiffDot.Write($"{diff.App}: {Sentences.Headline(diff)}", ChangeDrawing.Of(diff, old, now)));

    private static byte[] Svg(byte[] dot, CancellationToken cancellation)
    {
        var graphviz = Graphviz.Find() ?? throw new DepGraphException(Codes.GraphvizFailed, $"No SVG: Graphviz's dot is not on PATH. {Graphviz.HowToGet}");
        return graphviz.Svg(dot, GraphvizTimeout, cancellation);
    }

    private static void WriteToConsole(byte[] content)
    {
        using var console = Console.OpenStandardOutput();
        console.Write(content);
    }
}
