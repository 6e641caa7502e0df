namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>How it is told why a closure outlives the iteration: the key of its text in ClosureStrings.resx, and the name that stands in it.</summary>
internal sealed record EscapeReason(string Key, string Name = "");
