using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>The calls into the platform that run code of others before they return.</summary>
internal static class FrameworkEffects
{
    public static IEnumerable<Effect> OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (CallbackMembers.IsCancel(method))
            return [new(EffectKind.Cancel, call, call.Instance)];
        if (CallbackMembers.IsCompletion(method))
            return [new(EffectKind.Complete, call, call.Instance)];
        if (CallbackMembers.IsReflection(method))
            return [new(EffectKind.Reflect, call, call.Instance)];
        if (type.TypeKind == TypeKind.Interface)
            return OfInterface(call, method);
        if (method is { Name: "ToString", IsStatic: false })
            return [new(EffectKind.Format, call, call.Instance)];
        return [.. FormattingEffects.OfCall(call), .. OfArguments(call.Arguments, method, call)];
    }

    public static IEnumerable<Effect> OfCreation(IObjectCreationOperation creation)
    {
        if (!Framework.IsIn(creation.Constructor!.ContainingType, "System.Collections.Generic")
            && !Framework.IsIn(creation.Constructor.ContainingType, "System.Collections.Concurrent"))
            yield break;
        foreach (var argument in creation.Arguments.Where(IsSequence))
            yield return new(EffectKind.Enumerate, argument.Value, argument.Value);
    }

    private static IEnumerable<Effect> OfInterface(IInvocationOperation call, IMethodSymbol method) => method.Name switch
    {
        "GetEnumerator" or "GetAsyncEnumerator" => [new(EffectKind.Enumerate, call, call.Instance)],
        "Dispose" or "DisposeAsync" => [new(EffectKind.Dispose, call, call.Instance)],
        "ToString" => [new(EffectKind.Format, call, call.Instance)],
        _ when CallbackMembers.IsCallbackInterface(method.ContainingType) => [new(EffectKind.Call, call, call.Instance, method)],
        _ => [],
    };

    private static IEnumerable<Effect> OfArguments(IEnumerable<IArgumentOperation> arguments, IMethodSymbol method, IOperation call)
    {
        if (Deferred.Is(method))
            yield break;
        var runsAtOnce = ImmediateMethods.Runs(method);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (IsSequence(argument))
                yield return new(EffectKind.Enumerate, argument.Value, argument.Value);
            else if (!runsAtOnce)
                continue;
            else if (parameter.OriginalDefinition.Type.TypeKind == TypeKind.Delegate) // not a T that happens to be a delegate: that one is only stored
                yield return new(EffectKind.Invoke, call, argument.Value);
            else if (Unwrap.Converted(argument.Value) is IArrayCreationOperation { Initializer: { } delegates, Type: IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate } })
                foreach (var element in delegates.ElementValues)
                    yield return new(EffectKind.Invoke, call, element);
            else if (CallbackMembers.IsComparer(parameter.Type) && CompareMethod(parameter.Type) is { } compare)
                yield return new(EffectKind.Call, call, argument.Value, compare);
        }
    }

    private static IMethodSymbol? CompareMethod(ITypeSymbol comparer)
        => comparer.TypeKind == TypeKind.Interface ? comparer.GetMembers().OfType<IMethodSymbol>().FirstOrDefault() : null;

    private static bool IsSequence(IArgumentOperation argument)
        => argument.Parameter?.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IAsyncEnumerable" };
}
