using DepGraph.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Closures;

// Own methods: their body says what they do with the argument.
internal sealed partial class FlowAnalysis
{
    private const int MaxDepth = 5;

    /// <summary>What an own method does with what it is given; null where its body is not to be seen.</summary>
    private Flow? OwnCallee(IMethodSymbol method, IParameterSymbol parameter, Carrier carrier)
    {
        method = (method.ReducedFrom ?? method).WithBody();
        if (_depth >= MaxDepth
            || _context.Compilation.DeclarationsOf(method).FirstOrDefault()?.GetSyntax() is not { } syntax)
            return null;
        if (syntax is TypeDeclarationSyntax && method.MethodKind == MethodKind.Constructor)
            return new Flow { Kept = carrier };

        if (Body(syntax) is not { } body)
            return null;

        return new FlowAnalysis(this, method).FollowParameter(body, method.Parameters[parameter.Ordinal], carrier);
    }

    /// <summary>A local delegate that is only ever one lambda is a callee as good as a method.</summary>
    private Flow? LocalDelegate(IOperation call, IParameterSymbol parameter, Carrier carrier)
    {
        if (_depth >= MaxDepth || call is not IInvocationOperation { Instance: ILocalReferenceOperation { Local: var local } })
            return null;

        var root = call.Root();
        var value = FreshObject.Declarator(local, root)?.GetVariableInitializer()?.Value.WithoutConversions();
        return value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
            && !root.ReferencesTo(local).Any(reference => VariableUses.Of(reference).Writes())
                ? new FlowAnalysis(this, lambda.Symbol).FollowParameter(lambda, lambda.Symbol.Parameters[parameter.Ordinal], carrier)
                : null;
    }

    private Flow FollowParameter(IOperation body, IParameterSymbol parameter, Carrier carrier)
    {
        var flow = FollowVariable(parameter, body.Root(), carrier);
        var uses = body.ReferencesTo(parameter).Select(use => use.Syntax).ToList();
        if (uses.Count == 0 || flow.Escape != null)
            return flow;

        // An async or iterator method returns before it has used, or waited for, what it was given.
        var result = flow.Settled ? _callee!.IsAsync ? Carrier.Running : null : ClosureBody.Result(_callee!, body.Syntax, uses);
        return result == null ? flow : flow with { Returned = result, Settled = false };
    }

    private IOperation? Body(SyntaxNode syntax)
    {
        var hasBody = syntax switch
        {
            BaseMethodDeclarationSyntax method => method.Body != null || method.ExpressionBody != null,
            LocalFunctionStatementSyntax function => function.Body != null || function.ExpressionBody != null,
            AccessorDeclarationSyntax accessor => accessor.Body != null || accessor.ExpressionBody != null,
            _ => false,
        };

        // Asked for only where a closure in a loop captures what the loop changes and goes to an own method: rare.
#pragma warning disable RS1030
        return hasBody ? _context.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax) : null;
#pragma warning restore RS1030
    }

    private Flow FromCallee(Flow flow, IOperation call, IMethodSymbol method)
    {
        var result = flow.Escape == null ? Flow.UsedUp : KeptBy(call, method);
        if (flow.Escape is { CanEnd: true } escape)
            result = Flow.Escapes(call.Syntax, escape.Reason, canEnd: true);
        if (flow.Settled)
            result = result.And(Flow.WaitedFor);
        if (flow.Returned is { } returned)
            result = result.And(returned.IsRunning ? Scheduled(call, ClosureStrings.Localized("Scheduled", Name(method))) : Follow(call, returned));
        if (flow.Kept is { } kept)
            result = result.And(KeptByReceiver(call, method, kept));
        return result;
    }

    private Flow KeptByReceiver(IOperation call, IMethodSymbol method, Carrier kept)
    {
        if (call is not IInvocationOperation { Instance: { } receiver })
            return Follow(call, Carrier.HolderOf(kept));

        var flow = KeptByObject(receiver, kept, call, method);
        var isFluent = SymbolEqualityComparer.Default.Equals(method.ReturnType, receiver.Type);
        return isFluent && flow.Escape == null ? flow.And(Follow(call, Carrier.HolderOf(kept))) : flow;
    }
}
