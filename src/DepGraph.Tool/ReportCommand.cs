using System.CommandLine;
using DepGraph.Reports;
using DepGraph.Reports.Content;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph report</c>: makes the reports again from a recording, on any machine.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var recording = RecordingArgument.Create();
        var output = new Option<string?>("--output", "-o") { Description = "The folder for the reports; by default the one the recording lies in." };
        var formats = new Option<string?>("--formats")
        { Description = $"Which reports to write, separated by commas: {string.Join(", ", ReportSet.Formats)}; all by default." };
        var showFramework = new Option<bool>("--show-framework") { Description = "Draw each assembly of the shared frameworks." };
        var lockFile = new Option<string?>("--lock") { Description = "Compare with this lock file." };
        var command = new Command("report", "Makes the reports again from a recording.") { recording, output, formats, showFramework, lockFile };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(recording)!,
            parsed.GetValue(output),
            new ReportOptions
            {
                Formats = ReportOptions.ParseFormats(parsed.GetValue(formats)),
                ShowFramework = parsed.GetValue(showFramework),
                LockFile = parsed.GetValue(lockFile) is { } path ? LockFileJson.ReadFile(path) : null,
            },
            cancellation)));
        return command;
    }

    private static int Run(string recording, string? output, ReportOptions options, CancellationToken cancellation)
    {
        var graph = GraphJsonReader.ReadFile(recording);
        options = options with { Findings = Check.Findings(graph, options.LockFile, new Budgets(null, null)) };
        var written = ReportSet.Write(graph, output ?? Path.GetDirectoryName(Path.GetFullPath(recording))!, options, cancellation);
        foreach (var warning in written.Warnings)
            Console.WriteLine(CanonicalLine.Format("warning", warning));
        foreach (var note in written.Notes)
            Console.WriteLine(note);
        foreach (var path in written.Files)
            Console.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, path));
        return ExitCodes.Done;
    }
}
