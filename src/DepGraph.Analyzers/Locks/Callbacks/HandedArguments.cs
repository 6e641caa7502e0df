using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>What methods of the platform run of the arguments they are handed before they return: effects of several kinds.</summary>
internal static class HandedArguments
{
    public static IEnumerable<Effect>? Read(IOperation operation, IAssemblySymbol compiled) => operation switch
    {
        IInvocationOperation call when PlatformCall.Is(call, compiled) =>
            [.. Formatting.OfArguments(call), .. OfArguments(call.Arguments, call.TargetMethod, call)],
        IObjectCreationOperation { Constructor: not null } creation => OfCreation(creation),
        _ => null,
    };

    private static IEnumerable<Effect> OfCreation(IObjectCreationOperation creation)
    {
        if (!Framework.IsIn(creation.Constructor!.ContainingType, "System.Collections.Generic")
            && !Framework.IsIn(creation.Constructor.ContainingType, "System.Collections.Concurrent"))
            yield break;
        foreach (var argument in creation.Arguments.Where(IsSequence))
            yield return new Enumeration(argument.Value, argument.Value);
    }

    private static IEnumerable<Effect> OfArguments(IEnumerable<IArgumentOperation> arguments, IMethodSymbol method, IOperation call)
    {
        if (Linq.IsDeferred(method))
            yield break;
        var runsAtOnce = ImmediateMethods.Runs(method);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (IsSequence(argument))
                yield return new Enumeration(argument.Value, argument.Value);
            else if (!runsAtOnce)
                continue;
            else if (parameter.OriginalDefinition.Type.TypeKind == TypeKind.Delegate) // not a T that happens to be a delegate: that one is only stored
                yield return new DelegateCall(call, argument.Value);
            else if (Unwrap.Converted(argument.Value) is IArrayCreationOperation
            {
                Initializer: { } delegates,
                Type: IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate }
            })
                foreach (var element in delegates.ElementValues)
                    yield return new DelegateCall(call, element);
            else if (CallbackMembers.IsComparer(parameter.Type) && CompareMethod(parameter.Type) is { } compare)
                yield return new MemberCall(call, argument.Value, compare);
        }
    }

    private static IMethodSymbol? CompareMethod(ITypeSymbol comparer) =>
        comparer.TypeKind == TypeKind.Interface ? comparer.GetMembers().OfType<IMethodSymbol>().FirstOrDefault() : null;

    private static bool IsSequence(IArgumentOperation argument) =>
        SequenceTypes.Are(argument.Parameter?.Type, SequenceUse.Argument);
}
