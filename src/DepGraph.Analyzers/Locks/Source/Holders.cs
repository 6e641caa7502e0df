using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>Follows an object through the locals, parameters and private fields that hold it, to see whether others can get at it.</summary>
internal sealed class Holders(Bodies bodies, TypeUses uses, SourceTypes types)
{
    private const int Most = 12;

    /// <summary>
    /// It is made here, and each use of whatever holds it does no more than <paramref name="hands"/> allows. Where anything is out of sight, false.
    /// </summary>
    /// <param name="hands">What the operation around a reference does with the object.</param>
    /// <param name="makes">A value that is none of the usual creations is one nevertheless.</param>
    public bool KeepToThemselves(IOperation value, Body? body, Func<IOperation, Handing> hands, Func<IOperation, bool>? makes = null)
    {
        var search = new Search(bodies, uses, types, hands, makes);
        return search.Follow(value, body) && search.AllIsKept();
    }

    private sealed class Search(Bodies bodies, TypeUses uses, SourceTypes types, Func<IOperation, Handing> hands, Func<IOperation, bool>? makes)
    {
        private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
        private readonly Queue<ISymbol> _open = new();

        public bool AllIsKept()
        {
            while (_open.Count > 0)
            {
                var holder = _open.Dequeue();
                if (_seen.Count > Most || !Values(holder).All(value => value != null && Follow(value, null)) || !References(holder).All(IsKept))
                    return false;
            }

            return true;
        }

        /// <summary>A value that may be the object; false where it may have been made out of sight.</summary>
        public bool Follow(IOperation value, Body? body)
        {
            switch (value)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    return Follow(conversion.Operand, body);
                case IFlowCaptureReferenceOperation capture:
                    return body?.Captured(capture.Id) is { Count: > 0 } captured && captured.All(one => Follow(one, body));
                case ICoalesceOperation coalesce:
                    return Follow(coalesce.Value, body) && Follow(coalesce.WhenNull, body);
                case ICoalesceAssignmentOperation assignment:
                    return Follow(assignment.Target, body) && Follow(assignment.Value, body);
                case ISimpleAssignmentOperation assignment:
                    return Follow(assignment.Target, body) && Follow(assignment.Value, body);
                case IInvocationOperation { TargetMethod: { Name: "CreateLinkedTokenSource", ContainingType.Name: "CancellationTokenSource" } }:
                case IDefaultValueOperation:
                    return true;
                case IObjectCreationOperation:
                    return makes is null || makes(value);
                case IInvocationOperation exchange when IsExchange(exchange):
                    return exchange.Arguments.Where(argument => argument.Parameter?.Type.IsReferenceType == true).All(argument => Follow(argument.Value, body));
                case ILocalReferenceOperation { Local: var local }:
                    return Open(local);
                case IPropertyReferenceOperation { Instance: { } whole } handed when hands(handed) == Handing.On:
                    return Follow(whole, body);
                case IFieldReferenceOperation or IPropertyReferenceOperation
                    when value is IMemberReferenceOperation { Member: var member } && TypeUses.IsNamedHereOnly(member.OriginalDefinition):
                    return Open(member.OriginalDefinition);
                default:
                    return value.ConstantValue is { HasValue: true, Value: null } || makes?.Invoke(value) is true;
            }
        }

        private bool Open(ISymbol holder)
        {
            if (_seen.Add(holder))
                _open.Enqueue(holder);
            return true;
        }

        private IReadOnlyList<IOperation?> Values(ISymbol holder) => holder switch
        {
            ILocalSymbol local => RootOf(local) is { } root ? bodies.LocalsOf(root).Of(local) : [null],
            IParameterSymbol => [], // comes from here, by way of a call
            _ => uses.ValuesOf(holder),
        };

        private IEnumerable<IOperation> References(ISymbol holder) => holder switch
        {
            IFieldSymbol or IPropertySymbol => uses.ReferencesTo(holder),
            _ when RootOf(holder) is { } root && bodies.OperationOf(root) is { } declaration =>
                declaration.Descendants().Where(operation => operation switch
                {
                    ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, holder),
                    IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, holder),
                    _ => false,
                }),
            _ => [],
        };

        private static SyntaxNode? RootOf(ISymbol holder) =>
            holder.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
                ? Bodies.RootOf(declaration) // of a parameter too: its method is around it
                : null;

        private bool IsKept(IOperation reference)
        {
            var around = reference.Parent;
            switch (around)
            {
                case IConversionOperation or ICoalesceOperation or IConditionalOperation or IParenthesizedOperation:
                    return IsKept(around);
                case ISimpleAssignmentOperation assignment:
                    return assignment.Target == reference || (Follow(assignment.Target, null) && (IsStatement(assignment) || IsKept(assignment)));
                case ICoalesceAssignmentOperation assignment:
                    return IsStatement(assignment) || (assignment.Target == reference ? IsKept(assignment) : Follow(assignment.Target, null));
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return Open(local);
                case IConditionalAccessOperation access when access.Operation == reference:
                    return access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().Take(1).All(IsKept);
                case IBinaryOperation or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation }:
                case ILockOperation or IUsingOperation or IExpressionStatementOperation or INameOfOperation:
                    return true;
                case IArgumentOperation { Parent: IInvocationOperation exchange } when IsExchange(exchange):
                    return Follow(exchange, null) && (IsStatement(exchange) || IsKept(exchange));
                case IArgumentOperation { Parameter: { RefKind: RefKind.None } parameter } argument when hands(argument) == Handing.Out:
                    return Receiving(parameter) is { } receiving && receiving.All(Open);
                case null:
                    return false;
                default:
                    return hands(around) switch { Handing.Nothing => true, Handing.On => IsKept(around), _ => false };
            }
        }

        private static bool IsStatement(IOperation operation) => operation.Parent is IExpressionStatementOperation;

        /// <summary>The parameters that get it: of an interface of this assembly alone those of all that implement it; null where one is not seen.</summary>
        private IReadOnlyList<IParameterSymbol>? Receiving(IParameterSymbol parameter)
        {
            if (parameter.ContainingSymbol is not IMethodSymbol method)
                return null;
            var methods = IsInternalInterface(method.ContainingType) ? types.Implementations(method.ContainingType, method).ToList() : [method];
            return methods.Count > 0 && methods.All(IsOwn) ? [.. methods.Select(one => one.OriginalDefinition.Parameters[parameter.Ordinal])] : null;
        }

        private bool IsOwn(IMethodSymbol method) =>
            method is { IsVirtual: false, IsAbstract: false, IsOverride: false } && bodies.OperationOf(method) != null;

        private static bool IsInternalInterface(INamedTypeSymbol type) =>
            type is { TypeKind: TypeKind.Interface, ContainingAssembly: ISourceAssemblySymbol } && !Visibility.IsVisibleOutside(type);

        private static bool IsExchange(IInvocationOperation call) => call.TargetMethod.ContainingType is { Name: "Interlocked" or "Volatile" };
    }
}

/// <summary>What code around an object does with it.</summary>
internal enum Handing
{
    /// <summary>Others may get at it.</summary>
    Out,

    /// <summary>It uses the object, and that is all.</summary>
    Nothing,

    /// <summary>Its result is a part of the object that others must not get at either.</summary>
    On,
}
