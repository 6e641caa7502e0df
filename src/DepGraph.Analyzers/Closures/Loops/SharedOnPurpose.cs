using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Closures.Loops;

/// <summary>A variable by which the loop and its closures talk to each other is shared because it must be.</summary>
internal static class SharedOnPurpose
{
    public static bool Is(ISymbol variable, Loop loop, IEnumerable<IOperation> uses, IReadOnlyList<IOperation> writes)
    {
        var kinds = uses.Select(VariableUses.Of).ToList();
        if (kinds.All(kind => kind == VariableUse.Overwrite))
            return true; // the closure never sees what a later iteration wrote: tries = 100 ends the loop
        if (loop.Declares(variable))
            return false;

        if (kinds.All(kind => kind.IsAtomic()))
            return true;
        if (loop.Controls(variable))
            return (variable as ILocalSymbol)?.Type.SpecialType == SpecialType.System_Boolean; // a flag to stop by: everyone is to see it change

        // The closure reports back, or both sides count: pending++ here, pending-- there.
        return kinds.All(kind => kind.Writes() || kind.IsAtomic())
            || (kinds.Any(kind => kind.Writes()) && writes.All(write => VariableUses.Of(write) is VariableUse.Update or VariableUse.AtomicWrite));
    }
}
