using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Reads calls as lock actions: those of System.Threading, those named in .editorconfig, and helpers around them.</summary>
internal sealed class LockVocabulary(Bodies bodies, LockCreations creations, Func<SyntaxTree, LockOptions> optionsOf)
{
    private readonly LockWrappers _wrappers = new(bodies);

    /// <summary>The call may take a lock, itself or by way of a helper.</summary>
    public bool MayTake(IInvocationOperation call)
        => LockMethods.Find(call.TargetMethod, call.Instance?.Type) is { Takes: true }
            || OptionsOf(call).Takes(call.TargetMethod)
            || _wrappers.Takes(call.TargetMethod, this);

    /// <summary>The call may take or release a lock, itself or by way of a helper.</summary>
    public bool MayAct(IInvocationOperation call) => MayAct(call.TargetMethod, call.Instance?.Type, call.Syntax.SyntaxTree);

    public bool MayAct(IMethodSymbol called, ITypeSymbol? receiver, SyntaxTree tree)
        => LockMethods.Find(called, receiver) != null || IsConfigured(called, tree) || _wrappers.IsKnown(called);

    /// <summary>The helper returns with a lock taken for its caller.</summary>
    public bool TakesFor(IMethodSymbol helper) => _wrappers.Takes(helper, this);

    public bool IsHelper(IMethodSymbol method) => _wrappers.IsHelper(method, this);

    public void LearnHelpers(IEnumerable<IMethodSymbol> helpers) => _wrappers.Learn(helpers);

    /// <summary>The call takes or releases a lock by what .editorconfig says, so that its body is nobody's concern.</summary>
    public bool IsConfigured(IInvocationOperation call) => IsConfigured(call.TargetMethod, call.Syntax.SyntaxTree);

    private bool IsConfigured(IMethodSymbol called, SyntaxTree tree)
        => optionsOf(tree) is var options && (options.Takes(called) || options.Releases(called));

    public bool IsMutualExclusion(IOperation? semaphore, Body body) => creations.IsMutualExclusion(semaphore, body);

    public string PathOf(IOperation lockObject, Body body) => LockPath.Of(lockObject, body, bodies);

    public IEnumerable<LockAction> Read(IInvocationOperation call, Body body, int wrapperDepth)
    {
        if (LockMethods.Find(call.TargetMethod, Unwrap.Type(call.Instance, body)) is { } method)
        {
            var action = Known(call, method, body, isWrapper: wrapperDepth > 0);
            return action is null ? [] : [action];
        }

        if (OptionsOf(call).Takes(call.TargetMethod))
            return [Take(call, LockPath.Of(call.Instance, body, bodies), LockKind.Configured, call.Instance, body)];
        if (OptionsOf(call).Releases(call.TargetMethod))
            return [LockAction.Release(LockPath.Of(call.Instance, body, bodies), LockKind.Configured)];
        return _wrappers.Read(call, body, wrapperDepth, this);
    }

    private LockOptions OptionsOf(IOperation call) => optionsOf(call.Syntax.SyntaxTree);

    private LockAction? Known(IInvocationOperation call, LockMethod method, Body body, bool isWrapper)
    {
        var lockObject = call.TargetMethod.IsStatic ? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value : call.Instance;
        var path = LockPath.Of(lockObject, body, bodies) + (method.Mode.Length > 0 ? ":" + method.Mode : "");
        if (!method.Takes)
            return method.Kind == LockKind.Semaphore && creations.IsSignal(lockObject, body) ? null : LockAction.Release(path, method.Kind);
        if (method.Kind == LockKind.Semaphore && !creations.IsMutualExclusion(lockObject, body))
        {
            if (!isWrapper || lockObject is not IParameterReferenceOperation { Parameter.Ordinal: var ordinal })
                return null;
            var unproven = Take(call, path, method.Kind, lockObject, body);
            unproven.Taken!.UnprovenParameter = ordinal;
            return unproven;
        }

        var kind = method.Kind == LockKind.ReaderWriterLock && creations.AllowsRecursion(lockObject, body) ? LockKind.Mutex : method.Kind;
        return Take(call, path, kind, lockObject, body);
    }

    private static LockAction Take(IInvocationOperation call, string path, LockKind kind, IOperation? lockObject, Body body)
    {
        var taken = new HeldLock(path, kind, LockPath.NameOf(lockObject, body), call.Syntax, isLockStatement: call.IsImplicit);
        return LockAction.Take(taken, FlagOf(call));
    }

    /// <summary>What says afterwards whether the lock was taken: a <c>ref bool</c> argument or the result.</summary>
    public static object? FlagOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { Parameter: { RefKind: RefKind.Ref or RefKind.Out, Type.SpecialType: SpecialType.System_Boolean }, Value: ILocalReferenceOperation local })
                return local.Local;
        }

        var result = call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } inner } ? inner[0] : call.Type;
        return result?.SpecialType == SpecialType.System_Boolean ? call.Syntax : null;
    }
}
