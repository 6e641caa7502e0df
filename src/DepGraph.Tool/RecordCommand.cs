using System.CommandLine;
using DepGraph.Graph;

namespace DepGraph.Tool;

/// <summary><c>depgraph record</c>: one startup, recorded and reported.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        var options = new RecordOptions();
        var command = options.ToCommand();
        command.SetAction((parsed, cancellation) => RunAsync(new RecordRequest(options, parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RecordRequest request, CancellationToken cancellation)
    {
        using var cancelled = CancelFile.Watch(request.CancelPath, cancellation);
        try
        {
            return await RecordAsync(request, cancelled.Token);
        }
        catch (DepGraphException e) when (request is { IsBuild: true, FailsBuild: false, Accepts: false } && e.Code != Codes.InvalidOption)
        {
            // A build must not fail because nobody could watch its app start.
            var line = CanonicalLine.Format("warning", new Finding(e.Code, e.Message));
            Console.WriteLine(line);
            if (request.MessagesPath is { } messages)
                ListFile.Write(messages, [line]);
            return ExitCodes.RunFailed;
        }
    }

    private static async Task<int> RecordAsync(RecordRequest request, CancellationToken cancellation)
    {
        var options = request.ToRunOptions();
        var report = new RecordReport(request, options.LogPath!);
        if (request.IsAgain && report.Last() is { } last)
            return Report(request, report, last, isNew: false, cancellation);
        return Report(request, report, await Recorder.RecordAsync(request, options, cancellation), isNew: true, cancellation);
    }

    private static int Report(RecordRequest request, RecordReport report, LoadGraph graph, bool isNew, CancellationToken cancellation)
    {
        var exitCode = report.Write(graph, isNew, cancellation);
        if (!graph.Run.IsPartial || !request.Accepts)
            return exitCode;
        // Asked for in so many words, and not done: an error in a build too.
        CanonicalLine.Error(Codes.InvalidInput, AcceptedStartup.Refusal(graph.App));
        return ExitCodes.RunFailed;
    }
}
