using DepGraph.Recording.Failures;

namespace DepGraph.Recording.Processes;

/// <summary>Tells a crash from an exit code of the app's own: by what the runtime wrote, by its crash report, by the exit code.</summary>
internal sealed class CrashEvidence(AppProcess app, RunFolder folder)
{
    /// <summary>The runtime said that the stack is full. It may stand still after that: .NET 9 does not get over it while events are recorded.</summary>
    public bool SaysStackIsFull => CrashOutput.Find(app.Errors) is { } crash && crash.Summary.StartsWith(CrashOutput.StackOverflow, StringComparison.Ordinal);

    /// <summary>The crash of the app, or null when it ended by itself.</summary>
    /// <param name="runtimeProcess">The process its runtime ran in.</param>
    public Crash? Find(int runtimeProcess)
    {
        var report = CrashReportFile.Read(folder.CrashReportOf(runtimeProcess));
        var signal = ExitSignal.Of(app.ExitCode ?? 0);
        if (report is null && signal is null && !SaysStackIsFull)
            return null;
        var frames = report?.Frames ?? [];
        if (CrashOutput.Find(app.Errors) is { } said)
            return said.Frames.Count > 0 ? said : said with { Frames = frames };
        var cause = report?.ExceptionType ?? signal ?? "a native fault";
        return new Crash(cause, frames, IsException: report?.ExceptionType is not null);
    }
}
