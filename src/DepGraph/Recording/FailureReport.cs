using System.Globalization;
using DepGraph.Graph;
using DepGraph.Recording.Failures;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Model;
using DepGraph.Recording.Processes;
using DepGraph.Recording.Tracing;
using DepGraph.Text;

namespace DepGraph.Recording;

/// <summary>Puts together what is known of a startup that went wrong.</summary>
internal sealed class FailureReport(RunOptions options, AppProcess app, CrashEvidence evidence, RunEnd end, RuntimeSession? main, TraceTranslation? translation)
{
    /// <summary>What the summary of a deadlock begins with.</summary>
    public const string Deadlocked = "deadlock: ";

    /// <summary>The failure; null when there was none.</summary>
    public Failure? Describe() => end.Outcome switch
    {
        RunOutcome.Crashed => Crashed(evidence.Find(main!.ProcessId)!),
        RunOutcome.ExitedWithError => new Failure(Inv($"exit code {app.ExitCode}{LastWords()}"), [], Loading(before: null), []),
        RunOutcome.NotStarted => new Failure(Inv($"exit code {app.ExitCode}{HostMessage()}"), [], null, []),
        _ when main is null => new Failure("no .NET runtime connected", [], null, []),
        RunOutcome.Stalled when main.Trace.Locks.FindRing() is { Count: > 0 } ring => Waiting(Deadlock(ring)),
        RunOutcome.Stalled => Waiting(Inv($"no event and no CPU time for {options.StallPeriod.TotalSeconds} s")),
        RunOutcome.TimeLimit => Waiting(Inv($"not ready after {options.TimeLimit.TotalSeconds} s")),
        _ => null,
    };

    /// <summary>Where the main thread waits: the innermost frame that is not a framework's.</summary>
    public string? WaitingIn() =>
        main is not null && end.Outcome == RunOutcome.Quiet && end.Stacks.TryGetValue(main.Trace.MainThread, out var stack) ? OwnFrame(stack) : null;

    private Failure Crashed(Crash crash)
    {
        static string Shown(string frame) => OneLine.Of(FolderNames.Remove(frame));
        var own = (crash.FrameWithSource ?? crash.Frames.FirstOrDefault(f => translation?.IsOwn(f) == true)) is { } frame ? Shown(frame) : null;
        var frames = crash.Frames.Select(Shown).ToList();
        if (own is not null && !frames.Contains(own))
            frames.Add(own); // however deep it lies, a reader looks for the own code first
        return new Failure(OneLine.Of(FolderNames.Remove(crash.Summary)), frames, Loading(crash.IsException ? main?.Trace.LastException : null), [])
        { OwnFrame = own };
    }

    private Failure Waiting(string summary)
    {
        var threads = end.Stacks.OrderBy(s => s.Key != main!.Trace.MainThread).ThenBy(s => s.Key)
            .Select(s => new ThreadFrames(ThreadName(s.Key), [.. translation!.Texts(s.Value).Take(Crash.MostFrames)])).ToList();
        var mainFrames = threads.Find(t => t.Name == ThreadName(main!.Trace.MainThread))?.Frames ?? [];
        var own = end.Stacks.TryGetValue(main!.Trace.MainThread, out var stack) ? translation!.OwnFrame(stack) : null;
        return new Failure(summary, mainFrames, Loading(before: null), [.. threads.Where(t => t.Name != "the main thread" && t.Frames.Count > 0)])
        { OwnFrame = own };
    }

    private string Deadlock(IReadOnlyList<LockWait> ring)
    {
        var waits = ring.Select(w => $"{ThreadName(w.Thread)} waits in {OwnFrame(w.Stack)} for a lock that {ThreadName(w.Owner)} holds");
        return Deadlocked + string.Join(", ", waits);
    }

    private string OwnFrame(ulong[] stack) =>
        translation!.OwnFrame(stack) ?? translation.Texts(stack).FirstOrDefault() ?? "native code";

    /// <summary>Threads have no stable number but their place among those of the process.</summary>
    private string ThreadName(long thread)
    {
        if (thread == main!.Trace.MainThread)
            return "the main thread";
        var others = end.Stacks.Keys.Where(t => t != main.Trace.MainThread).Order().ToList();
        var place = others.IndexOf(thread);
        return place < 0 ? "another thread" : Inv($"thread {place + 2}");
    }

    /// <summary>What was being looked for, else what was loaded last.</summary>
    private string? Loading(long? before)
    {
        if (main is null)
            return null;
        var limit = before is > 0 ? before.Value : long.MaxValue;
        var loaded = main.Trace.Loads.Where(l => l.Ticks <= limit).MaxBy(l => l.Ticks);
        // Satellites are looked for whenever a text is needed, also for that of the failure.
        var wanted = main.Trace.Binds.Where(b => !b.Succeeded && b.Start <= limit && b.Name.Length > 0).MaxBy(b => b.Start);
        if (wanted is not null && wanted.Start >= (loaded?.Ticks ?? 0) && !AssemblyNames.Simple(wanted.Name).EndsWith(".resources", StringComparison.Ordinal))
            return AssemblyNames.Simple(wanted.Name);
        return loaded is null ? null : AssemblyNames.Simple(loaded.FullName);
    }

    private string LastWords()
    {
        if (TakenAddress.LineOf(app.Output) is { } taken)
            return $"; it said: {OneLine.Of(FolderNames.Remove(taken))}";
        var last = app.Errors.Split('\n', StringSplitOptions.TrimEntries).LastOrDefault(l => l.Length > 0);
        return last is null ? "" : $"; it last said: {OneLine.Of(FolderNames.Remove(last))}";
    }

    /// <summary>The host explains itself in several lines; the first ones say it.</summary>
    private string HostMessage()
    {
        var lines = app.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(4);
        return lines.Any() ? $"; the host said: {OneLine.Of(FolderNames.Remove(string.Join(' ', lines)))}" : "";
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
