using DepGraph.Graph;

namespace DepGraph.Review;

/// <summary>What changed at startup between two snapshots. All lists are in ordinal order, added assemblies in load order.</summary>
public sealed record Diff
{
    public required string App { get; init; }

    /// <summary>The newly loaded assemblies nothing new loaded, each with all that came along.</summary>
    public required IReadOnlyList<AddedAssembly> Added { get; init; }

    /// <summary>Ids of the assemblies that are no longer loaded.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    public required IReadOnlyList<VersionChange> Versions { get; init; }

    /// <summary>Cycles with a member set the old side does not have.</summary>
    public required IReadOnlyList<NewCycle> NewCycles { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> GoneCycles { get; init; }

    /// <summary>Of assemblies on both sides: who is loaded by another requester now.</summary>
    public required IReadOnlyList<RequesterChange> Requesters { get; init; }

    /// <summary>The first step that is out of the old order, looking only at steps both sides have; null when there is none.</summary>
    public required OrderChange? Order { get; init; }

    /// <summary>Null unless both sides are recordings with times.</summary>
    public required TimeChange? Time { get; init; }

    /// <summary>True when startup is the same. Times never count: they differ from run to run.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Versions.Count + NewCycles.Count + GoneCycles.Count + Requesters.Count == 0 && Order is null;

    /// <summary>Ids of all newly loaded assemblies.</summary>
    public IEnumerable<string> AllAdded => Added.SelectMany(added => added.Brought.Prepend(added.Id));
}

/// <summary>A newly loaded assembly, requested by one that was there before.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Version as major.minor, or empty.</param>
/// <param name="LoadedBy">Id of the assembly whose request loaded it, or null when unknown.</param>
/// <param name="Brought">Ids of the new assemblies that its loads brought in, in ordinal order.</param>
/// <param name="Cause">The frames that loaded it, innermost first; empty without a recording.</param>
/// <param name="CostMs">Its cost and that of what it brought, ms; null without a recording.</param>
/// <param name="SpreadMs">The noise band of that cost, ms; null unless several runs were recorded.</param>
public sealed record AddedAssembly(string Id, string Version, string? LoadedBy, IReadOnlyList<string> Brought, IReadOnlyList<string> Cause, double? CostMs,
    double? SpreadMs);

/// <summary>A cycle that was not there before.</summary>
/// <param name="Members">Ids of its assemblies in ordinal order.</param>
/// <param name="ClosedWith">The edges that closed it; empty without a recording.</param>
public sealed record NewCycle(IReadOnlyList<string> Members, IReadOnlyList<ClosingEdge> ClosedWith);

/// <summary>An edge that closed a new cycle, by the ids of its ends.</summary>
public sealed record ClosingEdge(string From, string To, IReadOnlyList<string> Cause, SourcePlace? Source);

/// <summary>Another major.minor version of the same assembly.</summary>
public sealed record VersionChange(string Id, string Old, string New);

/// <summary>The same assembly, loaded by another's request. An empty name: unknown.</summary>
public sealed record RequesterChange(string Id, string Old, string New);

/// <summary>Where two load sequences part.</summary>
/// <param name="Step">1-based step of the new sequence.</param>
/// <param name="Expected">The component the old sequence has there.</param>
/// <param name="Found">The component the new sequence has there.</param>
/// <param name="Moved">The fewest components that have to move to come back to the old order, in ordinal order.</param>
public sealed record OrderChange(int Step, string Expected, string Found, IReadOnlyList<string> Moved);

/// <summary>The time to ready before and after, ms, each with half its interquartile range where several runs were recorded.</summary>
public sealed record TimeChange(double OldMs, double NewMs, double? OldSpreadMs, double? NewSpreadMs)
{
    public double DeltaMs => NewMs - OldMs;

    /// <summary>Half the width of the band in which the two are not told apart, ms; null when either side is a single run.</summary>
    public double? NoiseMs => OldSpreadMs + NewSpreadMs;
}
