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
        var files = new Argument<string[]>("FILES") { Description = "Recorded graphs: <App>.depgraph.json.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The folder for the reports and index.html.", DefaultValueFactory = _ => "depgraph" };
        var name = new Option<string>("--name") { Description = "The name of the whole, where the recordings are of several apps.", DefaultValueFactory = _ => "Solution" };
        var formats = new Option<string?>("--formats") { Description = "Which reports to write, separated by commas; all by default." };
        var command = new Command("merge", "Makes one graph out of the recordings of several apps, or of one app on several machines.") { files, output, name, formats };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(files)!, parsed.GetValue(output)!, parsed.GetValue(name)!, ReportOptions.ParseFormats(parsed.GetValue(formats)), cancellation)));
        return command;
    }

    private static int Run(string[] files, string output, string name, IReadOnlyCollection<string>? formats, CancellationToken cancellation)
    {
        var rows = Array.ConvertAll(files, file => new IndexRow(GraphJsonReader.ReadFile(file), PageBeside(file, output)));
        var written = ReportSet.Write(Merge.Of(Array.ConvertAll(rows, row => row.Graph), name), output, new ReportOptions { Formats = formats }, cancellation);
        OutputFile.Write(Path.Combine(output, "index.html"), IndexWriter.Write(name, rows));
        foreach (var warning in written.Warnings) Console.WriteLine(Lines.Format("warning", warning));
        foreach (var note in written.Notes) Console.WriteLine(note);
        foreach (var path in written.Files.Append(Path.Combine(output, "index.html"))) Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, path));
        return ExitCodes.Done;
    }

    private static string? PageBeside(string file, string output)
    {
        var page = file.EndsWith(".depgraph.json", StringComparison.OrdinalIgnoreCase) ? file[..^".depgraph.json".Length] + ".html" : null;
        return page is not null && File.Exists(page) ? Path.GetRelativePath(output, page).Replace('\\', '/') : null;
    }
}
