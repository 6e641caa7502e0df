using System;
using System.Collections.Generic;

namespace DepGraph.Loading;

/// <summary>What the file of a load sequence says, or why it says nothing.</summary>
internal sealed class RecordedSequence
{
    public RecordedSequence(string app, double readyMs, IReadOnlyList<LoadStep> steps, IReadOnlyList<Milestone> timeline, ICollection<string> notByName)
    {
        App = app;
        ReadyMs = readyMs;
        Steps = steps;
        Timeline = timeline;
        NotByName = notByName;
    }

    private RecordedSequence(string problem) : this("", 0, Array.Empty<LoadStep>(), Array.Empty<Milestone>(), Array.Empty<string>()) =>
        Problem = problem;

    public string? Problem { get; }

    public string App { get; }

    /// <summary>From the start of the runtime to ready, in ms.</summary>
    public double ReadyMs { get; }

    public IReadOnlyList<LoadStep> Steps { get; }

    public IReadOnlyList<Milestone> Timeline { get; }

    public ICollection<string> NotByName { get; }

    public static RecordedSequence Unusable(string problem) => new(problem);
}
