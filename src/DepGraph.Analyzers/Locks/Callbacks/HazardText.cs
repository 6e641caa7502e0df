namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>How a hazard is told: the key of its text in LockStrings.resx, and the name that stands in it.</summary>
/// <param name="Consequence">The key of the text that says what it comes to; null where the lock's kind alone decides that.</param>
internal sealed record HazardText(string Key, string Name = "", string? Consequence = null);
