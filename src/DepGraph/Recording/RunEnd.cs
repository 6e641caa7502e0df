using DepGraph.Graph;

namespace DepGraph.Recording;

/// <summary>Why a recording ended.</summary>
/// <param name="Outcome">The reason.</param>
/// <param name="Stacks">Where it was waited for the app: the stack of each thread, by operating system id.</param>
internal sealed record RunEnd(RunOutcome Outcome, IReadOnlyDictionary<long, ulong[]> Stacks)
{
    public RunEnd(RunOutcome outcome) : this(outcome, new Dictionary<long, ulong[]>())
    {
    }
}
