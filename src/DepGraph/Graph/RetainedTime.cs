namespace DepGraph.Graph;

/// <summary>
/// What startup would no longer spend without an edge, or without anything that leads to a node: measured from the stacks of the recording, waiting left out.
/// </summary>
/// <param name="From">Index of the node the edge comes from; -1 for all that leads to <paramref name="To"/>.</param>
/// <param name="To">Index of the node it leads to.</param>
/// <param name="LowMs">What nobody else was seen to need, ms.</param>
/// <param name="HighMs">With what somebody else would pay instead, ms; at least <paramref name="LowMs"/>.</param>
public sealed record RetainedTime(int From, int To, double LowMs, double HighMs);
