using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The calls that take or release a lock themselves: those of System.Threading and of packages, and those named in .editorconfig.</summary>
internal sealed class DirectLockCalls(Bodies bodies, LockCreations creations, Func<SyntaxTree, LockOptions> optionsOf)
{
    public bool MayTake(IInvocationOperation call) =>
        LockMethods.Find(call.TargetMethod, call.Instance?.Type, Compiled) is { Takes: true } || OptionsOf(call).Takes(call.TargetMethod);

    public bool MayAct(IMethodSymbol called, ITypeSymbol? receiver, SyntaxTree tree) =>
        LockMethods.Find(called, receiver, Compiled) != null || IsConfigured(called, tree);

    /// <summary>The call takes or releases a lock by what .editorconfig says, so that its body is nobody's concern.</summary>
    public bool IsConfigured(IInvocationOperation call) => IsConfigured(call.TargetMethod, call.Syntax.SyntaxTree);

    private bool IsConfigured(IMethodSymbol called, SyntaxTree tree) =>
        optionsOf(tree) is var options && (options.Takes(called) || options.Releases(called));

    public bool IsMutualExclusion(IOperation? semaphore, Body body) => creations.IsMutualExclusion(semaphore, body);

    /// <summary>What the call does to locks; null where it is none of these calls.</summary>
    /// <param name="isWrapper">The body is followed for what it does to its caller's locks.</param>
    public IEnumerable<LockAction>? Read(IInvocationOperation call, Body body, bool isWrapper)
    {
        if (LockMethods.Find(call.TargetMethod, Unwrap.Type(call.Instance, body), Compiled) is { } method)
        {
            var action = Known(call, method, body, isWrapper);
            return action is null ? [] : [action];
        }

        if (OptionsOf(call).Takes(call.TargetMethod))
            return [Take(call, AccessPath.Of(call.Instance, body, bodies), LockKind.Configured, call.Instance, body)];
        if (OptionsOf(call).Releases(call.TargetMethod))
            return [LockAction.Release(AccessPath.Of(call.Instance, body, bodies), LockKind.Configured)];
        return IsEndOfSemaphore(call) ? [LockAction.Release(AccessPath.Of(call.Instance, body, bodies), LockKind.Semaphore)] : null;
    }

    /// <summary>Nobody waits for one that is disposed of: who wants it now gets an exception.</summary>
    private bool IsEndOfSemaphore(IInvocationOperation call) =>
        call is { TargetMethod: { Name: "Dispose", Parameters.IsEmpty: true }, Instance.Type: { Name: "SemaphoreSlim" } type }
            && Framework.Declares(type, Compiled);

    private IAssemblySymbol Compiled => bodies.Compilation.Assembly;

    private LockOptions OptionsOf(IOperation call) => optionsOf(call.Syntax.SyntaxTree);

    private LockAction? Known(IInvocationOperation call, LockMethod method, Body body, bool isWrapper)
    {
        var lockObject = call.TargetMethod.IsStatic ? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value : call.Instance;
        var key = KeyOf(call, body);
        var path = AccessPath.Of(lockObject, body, bodies) + key + (method.Mode.Length > 0 ? ":" + method.Mode : "");
        if (!method.Takes)
            return method.Kind == LockKind.Semaphore && creations.IsSignal(lockObject, body) ? null : LockAction.Release(path, method.Kind);
        if (method.Kind == LockKind.Semaphore && !creations.IsMutualExclusion(lockObject, body))
        {
            if (!isWrapper || lockObject is not IParameterReferenceOperation { Parameter.Ordinal: var ordinal })
                return null;
            return Take(call, path, method.Kind, lockObject, body, ordinal);
        }

        if (method.Kind == LockKind.AsyncLock && creations.IsThrottle(lockObject, body))
            return null;
        if (method == AsyncLockTypes.Method && creations.IsMadeForMany(lockObject, body))
            return null;
        var allowsRecursion = method.Kind switch
        {
            LockKind.ReaderWriterLock => creations.AllowsRecursion(lockObject, body),
            LockKind.Semaphore or LockKind.SpinLock => false,
            LockKind.AsyncLock when method.TypeName != "AsyncReaderWriterLock" && key.Length == 0 => false,
            _ => true,
        };
        var kind = method.Kind == LockKind.ReaderWriterLock && allowsRecursion == true ? LockKind.Mutex : method.Kind;
        return Take(call, path, kind, lockObject, body, provenMember: allowsRecursion == false ? MemberOf(lockObject, body) : null);
    }

    /// <summary>A locker by key is one lock for each key.</summary>
    private string KeyOf(IInvocationOperation call, Body body) =>
        call.TargetMethod.ContainingType is { Name: "AsyncKeyedLocker" or "StripedAsyncKeyedLocker" }
            && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { Value: var key }
            ? "[" + AccessPath.Of(key, body, bodies) + "]"
            : "";

    /// <summary>The member that holds the lock object; null where another may stand there the next time.</summary>
    private ISymbol? MemberOf(IOperation? lockObject, Body body)
    {
        if (!AccessPath.IsSteady(lockObject, body, bodies))
            return null;
        while (lockObject is ILocalReferenceOperation or IFlowCaptureReferenceOperation or IConversionOperation)
        {
            lockObject = lockObject switch
            {
                ILocalReferenceOperation local => bodies.LocalsOf(body.Root).Of(local.Local)[0],
                IFlowCaptureReferenceOperation capture => body.FirstCaptured(capture.Id),
                _ => ((IConversionOperation)lockObject).Operand,
            };
        }

        return lockObject is IMemberReferenceOperation { Member: var member } ? member.OriginalDefinition : null;
    }

    private static LockAction Take(IInvocationOperation call, string path, LockKind kind, IOperation? lockObject, Body body,
        int? unprovenParameter = null, ISymbol? provenMember = null)
    {
        var name = ExpressionName.Of(lockObject, body);
        var taken = new HeldLock(path, kind, name, call.Syntax, isLockStatement: call.IsImplicit, unprovenParameter, provenMember);
        return LockAction.Take(taken, FlagOf(call));
    }

    /// <summary>What says afterwards whether the lock was taken: a <c>ref bool</c> argument or the result.</summary>
    public static object? FlagOf(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is
                {
                    Parameter: { RefKind: RefKind.Ref or RefKind.Out, Type.SpecialType: SpecialType.System_Boolean },
                    Value: ILocalReferenceOperation local
                })
                return local.Local;
        }

        var result = call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } inner } ? inner[0] : call.Type;
        return result?.SpecialType == SpecialType.System_Boolean ? call.Syntax : null;
    }
}
