using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures.Loops;

internal enum VariableUse
{
    Read,

    /// <summary>Replaces the value without reading it.</summary>
    Overwrite,

    /// <summary>Makes the new value from the old one: <c>++</c>, <c>+=</c>, <c>??=</c>, <c>ref</c>, a field of a struct.</summary>
    Update,

    /// <summary>Volatile.Read and its like: shared between threads, and meant to be.</summary>
    AtomicRead,

    /// <summary>Interlocked.Increment and its like.</summary>
    AtomicWrite,

    /// <summary>Only the name counts: <c>nameof</c>.</summary>
    Name,
}

internal static class VariableUses
{
    public static bool Writes(this VariableUse use) => use is VariableUse.Overwrite or VariableUse.Update or VariableUse.AtomicWrite;

    public static bool IsAtomic(this VariableUse use) => use is VariableUse.AtomicRead or VariableUse.AtomicWrite;

    /// <summary>What happens to the variable at this reference.</summary>
    public static VariableUse Of(IOperation reference)
    {
        for (var operation = reference; operation.Parent is { } parent; operation = parent)
        {
            switch (parent)
            {
                case ISimpleAssignmentOperation assignment when assignment.Target == operation:
                    return operation == reference ? VariableUse.Overwrite : VariableUse.Update;
                case ISimpleAssignmentOperation { IsRef: true }:
                    return VariableUse.Update;
                case IAssignmentOperation assignment when assignment.Target == operation && operation is not ITupleOperation:
                    return VariableUse.Update;
                case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == operation:
                    return VariableUse.Overwrite;
                case IIncrementOrDecrementOperation:
                    return VariableUse.Update;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } }:
                    return VariableUse.Update;
                case IArgumentOperation argument:
                    return OfArgument(argument);
                case INameOfOperation:
                    return VariableUse.Name;
                case ITupleOperation when operation == reference || operation is ITupleOperation:
                case IConditionalOperation { IsRef: true }:
                    continue;
                case IMemberReferenceOperation member when member.Instance == operation && IsStructMember(member):
                    continue;
                default:
                    return VariableUse.Read;
            }
        }

        return VariableUse.Read;
    }

    private static bool IsStructMember(IMemberReferenceOperation member) =>
        member is IFieldReferenceOperation or IPropertyReferenceOperation
            && member.Member.ContainingType is { IsValueType: true };

    private static VariableUse OfArgument(IArgumentOperation argument)
    {
        if (argument.Parameter?.RefKind is not (RefKind.Ref or RefKind.Out))
            return VariableUse.Read;

        var method = (argument.Parent as IInvocationOperation)?.TargetMethod;
        if (method?.ContainingType is { Name: "Interlocked" or "Volatile" } type && type.ContainingNamespace?.Name == "Threading")
        {
            return method.Name == "Read" ? VariableUse.AtomicRead : VariableUse.AtomicWrite;
        }

        return argument.Parameter.RefKind == RefKind.Out ? VariableUse.Overwrite : VariableUse.Update;
    }
}
