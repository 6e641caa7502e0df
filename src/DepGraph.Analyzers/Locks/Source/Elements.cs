using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What is put into a collection of the platform that only this code can reach: a local, or a private field.</summary>
internal sealed class Elements(Holders holders)
{
    private const int Deepest = 4;

    /// <summary><c>OperationKind.CollectionExpression</c> and <c>Spread</c>, which Roslyn 4.8 does not name yet.</summary>
    private const int CollectionExpressionKind = 0x7F;
    private const int SpreadKind = 0x80;

    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal)
    {
        "Dequeue", "Pop", "Peek", "Find", "FindLast", "GetOrAdd", "AddOrUpdate", "GetValueOrDefault", "ElementAt", "ElementAtOrDefault",
        "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault",
    };

    private static readonly HashSet<string> TryReading = new(StringComparer.Ordinal)
        { "TryGetValue", "TryDequeue", "TryPop", "TryPeek", "TryTake", "TryRemove", "Remove" };

    private static readonly HashSet<string> Filling = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "AddFirst", "AddLast", "AddBefore", "AddAfter", "Insert", "Enqueue", "EnqueueDequeue", "Push", "TryUpdate", "GetOrAdd", "AddOrUpdate",
        "AddRange", "InsertRange", "EnqueueRange", "PushRange", "UnionWith",
    };

    /// <summary>Operators of LINQ and copies whose elements are those of their source.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "ToArray", "ToList", "ToImmutableArray", "ToImmutableList", "AsEnumerable", "Where", "Reverse", "OrderBy", "OrderByDescending", "ThenBy",
        "ThenByDescending", "Take", "TakeWhile", "Skip", "SkipWhile", "Distinct", "AsReadOnly", "GetEnumerator", "Clone",
    };

    private readonly ConcurrentDictionary<IFieldSymbol, Held> _byField = new(SymbolEqualityComparer.Default);

    /// <summary>The collection an operation takes a value out of; null where it does no such thing.</summary>
    public static IOperation? CollectionOf(IOperation value) => value switch
    {
        IForEachLoopOperation loop => loop.Collection,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { TargetMethod: var method, Instance: { } instance } }
            when TryReading.Contains(method.Name) && IsCollection(method.ContainingType) => instance,
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } when IsCollection(instance.Type) => instance,
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "KeyValuePair" or "LinkedListNode" }, Instance: { } instance } =>
            instance,
        IInvocationOperation { TargetMethod: var method } call when Reading.Contains(method.Name) && IsOfCollections(method) => Receiver(call),
        _ => null,
    };

    /// <summary>All values that are put in; null where some may be put in out of sight.</summary>
    public IReadOnlyList<IOperation>? Of(IOperation collection, Body? body) =>
        Unwrap.Converted(collection) is IFieldReferenceOperation { Field: var field }
            ? Of(field.OriginalDefinition, collection, body)
            : Read(collection, body);

    private IReadOnlyList<IOperation>? Of(IFieldSymbol field, IOperation collection, Body? body)
    {
        var held = _byField.GetOrAdd(field, _ => new Held(Reads.During(() => Read(collection, body), out var reads), reads));
        Reads.Again(held.Reads);
        return held.Values;
    }

    private IReadOnlyList<IOperation>? Read(IOperation collection, Body? body)
    {
        var put = new List<IOperation>();
        return Follow(collection, body, put, 0) ? put : null;
    }

    private bool Follow(IOperation collection, Body? body, List<IOperation> put, int depth) =>
        depth < Deepest && holders.KeepToThemselves(collection, body, around => Hands(around, put, depth), value => Makes(value, body, put, depth));

    private bool Makes(IOperation value, Body? body, List<IOperation> put, int depth)
    {
        switch (value)
        {
            case IArrayCreationOperation array:
                if (array.Initializer is { } given)
                    put.AddRange(given.ElementValues);
                return true;
            case IObjectCreationOperation creation:
                return IsCollection(creation.Type)
                    && creation.Arguments.All(argument => !IsSequence(argument) || Follow(argument.Value, body, put, depth + 1))
                    && creation.Initializer?.Initializers.All(initializer => Fills(initializer, put, depth)) is not false;
            case IForEachLoopOperation loop: // of a dictionary: its pairs
                return Follow(loop.Collection, body, put, depth + 1);
            case IPropertyReferenceOperation { Property.Name: "Values", Instance: { } dictionary } when IsCollection(dictionary.Type):
                return Follow(dictionary, body, put, depth + 1);
            case IInvocationOperation { TargetMethod.Name: "Empty", Arguments.Length: 0 }:
                return true;
            case IInvocationOperation { TargetMethod: var method } call when Passing.Contains(method.Name) && IsOfCollections(method):
                return Receiver(call) is { } source && Follow(source, body, put, depth + 1);
            default:
                return (int)value.Kind == CollectionExpressionKind && value.ChildOperations.All(child => MakesElement(child, body, put, depth));
        }
    }

    private bool MakesElement(IOperation element, Body? body, List<IOperation> put, int depth)
    {
        if ((int)element.Kind == SpreadKind)
            return element.ChildOperations.FirstOrDefault() is { } spread && Follow(spread, body, put, depth + 1);
        put.Add(element);
        return true;
    }

    private Handing Hands(IOperation around, List<IOperation> put, int depth) => around switch
    {
        IInvocationOperation { TargetMethod: var method } call
            when IsCollection(method.ContainingType) || method.ContainingType is { SpecialType: SpecialType.System_Array } =>
            Filling.Contains(method.Name) && !Fills(call, put, depth) ? Handing.Out : Handing.Nothing,
        IPropertyReferenceOperation { Property.IsIndexer: true } or IArrayElementReferenceOperation =>
            around.Parent is IAssignmentOperation assignment && assignment.Target == around && !Fills(assignment, put, depth) ? Handing.Out : Handing.Nothing,
        IPropertyReferenceOperation or IForEachLoopOperation => Handing.Nothing,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } when IsOfCollections(method) => Handing.Nothing,
        IArgumentOperation { Parent: IObjectCreationOperation { Type: var created } } when IsCollection(created) => Handing.Nothing,
        IReturnOperation { ReturnedValue.Type: { TypeKind: TypeKind.Interface, Name: var name } }
            when name == "IEnumerable" || name.StartsWith("IReadOnly", StringComparison.Ordinal) => Handing.Nothing,
        _ => (int)around.Kind == SpreadKind ? Handing.Nothing : Handing.Out,
    };

    /// <summary>Notes what is put in; false where that cannot be seen.</summary>
    private bool Fills(IOperation operation, List<IOperation> put, int depth)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                put.Add(assignment.Value);
                return true;
            case IInvocationOperation call:
                return call.Arguments.All(argument => FillsBy(argument, put, depth));
            default:
                return false;
        }
    }

    private bool FillsBy(IArgumentOperation argument, List<IOperation> put, int depth)
    {
        switch (argument.Parameter?.OriginalDefinition.Type)
        {
            case ITypeParameterSymbol { Name: "TKey" or "TArg" or "TPriority" }:
                return true;
            case ITypeParameterSymbol:
                put.Add(argument.Value);
                return true;
            case { TypeKind: TypeKind.Delegate }:
                return argument.Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } && FillsBy(lambda, put);
            case { TypeKind: TypeKind.Interface or TypeKind.Array }:
                return Follow(argument.Value, null, put, depth + 1);
            default:
                return true; // an index
        }
    }

    /// <summary>A factory puts in what it returns.</summary>
    private static bool FillsBy(IAnonymousFunctionOperation lambda, List<IOperation> put)
    {
        put.AddRange(lambda.Body.DescendantsOutsideClosures().OfType<IReturnOperation>().Select(one => one.ReturnedValue).OfType<IOperation>());
        return true;
    }

    private static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

    private static bool IsSequence(IArgumentOperation argument) =>
        argument.Parameter?.Type is { TypeKind: TypeKind.Interface, Name: not ("IComparer" or "IEqualityComparer") };

    private static bool IsOfCollections(IMethodSymbol method) =>
        IsCollection(method.ContainingType) || method.ContainingType is { SpecialType: SpecialType.System_Array } or { Name: "Enumerable" or "Array" };

    private static bool IsCollection(ITypeSymbol? type)
    {
        var @namespace = type?.ContainingNamespace;
        while (@namespace is { ContainingNamespace.ContainingNamespace.IsGlobalNamespace: false })
            @namespace = @namespace.ContainingNamespace;
        return @namespace is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
    }

    private sealed record Held(IReadOnlyList<IOperation>? Values, Reads Reads);
}
