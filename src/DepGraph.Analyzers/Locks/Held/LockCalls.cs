using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>Reads calls as lock actions: those that act themselves, and helpers around them.</summary>
internal sealed class LockCalls
{
    private readonly Bodies _bodies;
    private readonly DirectLockCalls _direct;
    private readonly LockWrappers _wrappers;

    /// <summary>Knows no helper.</summary>
    public LockCalls(Bodies bodies, DirectLockCalls direct)
        : this(bodies, direct, LockWrappers.None(bodies, direct))
    {
    }

    private LockCalls(Bodies bodies, DirectLockCalls direct, LockWrappers wrappers)
    {
        _bodies = bodies;
        _direct = direct;
        _wrappers = wrappers;
    }

    /// <summary>The same that knows these helpers too.</summary>
    public LockCalls With(IEnumerable<IMethodSymbol> helpers) => new(_bodies, _direct, _wrappers.With(helpers));

    /// <summary>The call may take a lock, itself or by way of a helper.</summary>
    public bool MayTake(IInvocationOperation call) => _direct.MayTake(call) || _wrappers.Takes(call.TargetMethod);

    /// <summary>The method may take or release a lock, itself or by way of a helper.</summary>
    public bool MayAct(IMethodSymbol called, ITypeSymbol? receiver, SyntaxTree tree) => _wrappers.MayAct(called, receiver, tree);

    /// <summary>The helper returns with a lock taken for its caller.</summary>
    public bool TakesFor(IMethodSymbol helper) => _wrappers.Takes(helper);

    /// <summary>The method returns with a lock taken, or with one of its caller's released.</summary>
    public bool IsHelper(IMethodSymbol method) => _wrappers.IsHelper(method);

    /// <summary>The call takes or releases a lock by what .editorconfig says, so that its body is nobody's concern.</summary>
    public bool IsConfigured(IInvocationOperation call) => _direct.IsConfigured(call);

    /// <summary>Which locks are held where in a body.</summary>
    public LockFlowResult Follow(Body body) =>
        LockFlow.Run(body, new LockTransfer(body, _bodies, call => _wrappers.Read(call, body, depth: 0)));
}
