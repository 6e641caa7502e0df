using DepGraph.Graph;

namespace DepGraph.Recording.Model;

/// <summary>What is known of a run besides its events: <see cref="Run"/> without times.</summary>
public sealed record RunFacts
{
    /// <inheritdoc cref="Run.Outcome"/>
    public required RunOutcome Outcome { get; init; }

    /// <inheritdoc cref="Run.EventsLost"/>
    public long EventsLost { get; init; }

    /// <inheritdoc cref="Run.IsPartial"/>
    public bool IsPartial { get; init; }

    /// <inheritdoc cref="Run.ExitCode"/>
    public int? ExitCode { get; init; }

    /// <inheritdoc cref="Run.Platform"/>
    public string? Platform { get; init; }

    /// <inheritdoc cref="Run.Command"/>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <inheritdoc cref="Run.WaitingIn"/>
    public string? WaitingIn { get; init; }

    /// <inheritdoc cref="Run.Failure"/>
    public Failure? Failure { get; init; }

    /// <inheritdoc cref="Run.Findings"/>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
