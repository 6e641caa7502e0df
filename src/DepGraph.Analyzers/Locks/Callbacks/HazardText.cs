namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>How a hazard is told: the key of its text in LockStrings.resx, and the name that stands in it.</summary>
internal sealed record HazardText(string Key, string Name = "");
