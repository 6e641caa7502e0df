using System.CommandLine;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Reports.Page;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph merge</c>: one graph out of several recordings, and an index of them.</summary>
internal static class MergeCommand
{
    public static Command Create()
    {
        var recordings = new Argument<string[]>("recordings") { Description = "Recordings: <App>.depgraph.json.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The folder for the reports and index.html.", DefaultValueFactory = _ => "depgraph" };
        var name = new Option<string>("--name")
        { Description = "The name of the whole, where the recordings are of several apps.", DefaultValueFactory = _ => "Solution" };
        var formats = new Option<string?>("--formats") { Description = "Which reports to write, separated by commas; all by default." };
        var command = new Command("merge", "Makes one graph out of the recordings of several apps, or of one app on several machines.")
            { recordings, output, name, formats };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(recordings)!, parsed.GetValue(output)!, parsed.GetValue(name)!, ReportOptions.ParseFormats(parsed.GetValue(formats)),
                cancellation)));
        return command;
    }

    private static int Run(string[] recordings, string output, string name, IReadOnlyCollection<string>? formats, CancellationToken cancellation)
    {
        var rows = Array.ConvertAll(recordings, recording => new IndexRow(GraphJsonReader.ReadFile(recording), PageBeside(recording, output)));
        var written = ReportSet.Write(Merge.Of(Array.ConvertAll(rows, row => row.Graph), name), output, new ReportOptions { Formats = formats }, cancellation);
        OutputFile.Write(Path.Combine(output, "index.html"), IndexWriter.Write(name, rows));
        foreach (var warning in written.Warnings)
            Console.WriteLine(CanonicalLine.Format("warning", warning));
        foreach (var note in written.Notes)
            Console.WriteLine(note);
        foreach (var path in written.Files.Append(Path.Combine(output, "index.html")))
            Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, path));
        return ExitCodes.Done;
    }

    private static string? PageBeside(string recording, string output)
    {
        var page = recording.EndsWith(".depgraph.json", StringComparison.OrdinalIgnoreCase) ? recording[..^".depgraph.json".Length] + ".html" : null;
        return page is not null && File.Exists(page) ? Path.GetRelativePath(output, page).Replace('\\', '/') : null;
    }
}
