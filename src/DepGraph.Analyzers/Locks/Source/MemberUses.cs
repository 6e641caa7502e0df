using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What one declaration does with members: writes of them, calls of methods, objects made.</summary>
internal sealed class MemberUses
{
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IParameterSymbol, List<IOperation>> _arguments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _methodGroups = new(SymbolEqualityComparer.Default);

    private readonly IOperation? _declaration;

    public MemberUses(IOperation? declaration)
    {
        _declaration = declaration;
        foreach (var operation in declaration?.DescendantsAndSelf() ?? [])
            Add(operation);
    }

    public List<IObjectCreationOperation> Creations { get; } = [];

    public IReadOnlyList<IOperation?> ValuesOf(ISymbol member) => _values.TryGetValue(member, out var values) ? values : [];

    public IEnumerable<IOperation> ReferencesTo(ISymbol member) =>
        (_declaration?.DescendantsAndSelf() ?? []).Where(operation => operation is IMemberReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member));

    /// <summary>What a parameter is given in all calls of its method; empty where the method is handed on, to be called out of sight.</summary>
    public static IReadOnlyList<IOperation> ArgumentsOf(IParameterSymbol parameter, IReadOnlyList<MemberUses> callers) =>
        callers.Any(uses => uses._methodGroups.Contains(parameter.ContainingSymbol))
            ? []
            : [.. callers.SelectMany(uses => uses._arguments.TryGetValue(parameter, out var values) ? values : [])];

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value }:
                AddValue(target.Member, value);
                break;
            case ICoalesceAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value }:
                AddValue(target.Member, value);
                break;
            case ICompoundAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value }:
                AddValue(target.Member, value);
                break;
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation raised, HandlerValue: var handler }:
                AddValue(raised.Event, handler);
                break;
            case IFieldInitializerOperation { InitializedFields: var fields, Value: var value }:
                foreach (var field in fields)
                    AddValue(field, value);
                break;
            case IPropertyInitializerOperation { InitializedProperties: var properties, Value: var value }:
                foreach (var property in properties)
                    AddValue(property, value);
                break;
            case IDeconstructionAssignmentOperation { Target: ITupleOperation { Elements: var targets } }:
                foreach (var target in targets.OfType<IMemberReferenceOperation>())
                    AddValue(target.Member, null);
                break;
            case IInvocationOperation call:
                AddArguments(call.Arguments);
                AddReferences(call);
                break;
            case IObjectCreationOperation creation:
                Creations.Add(creation);
                AddArguments(creation.Arguments);
                break;
            case IMethodReferenceOperation group:
                _methodGroups.Add(group.Method.OriginalDefinition);
                break;
        }
    }

    private void AddArguments(IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.OriginalDefinition is not { } parameter)
                continue;
            if (!_arguments.TryGetValue(parameter, out var values))
                _arguments.Add(parameter, values = []);
            values.Add(argument.Value);
        }
    }

    /// <summary>A member handed by reference: Interlocked stores its other argument, anybody else may store anything.</summary>
    private void AddReferences(IInvocationOperation call)
    {
        var stored = call.TargetMethod.ContainingType?.Name is "Interlocked" or "Volatile"
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1)?.Value
            : null;
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: IMemberReferenceOperation target }
                && (stored != null || call.TargetMethod.Name != "Read"))
                AddValue(target.Member, stored);
        }
    }

    private void AddValue(ISymbol member, IOperation? value)
    {
        member = member.OriginalDefinition;
        if (!_values.TryGetValue(member, out var values))
            _values.Add(member, values = []);
        values.Add(value);
    }
}
