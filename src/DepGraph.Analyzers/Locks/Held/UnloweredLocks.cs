using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Held;

/// <summary>The <c>lock</c> statements the compiler leaves out of its control-flow graph.</summary>
/// <remarks>
/// Seen in Roslyn 4.14: with nullable types on, a <c>lock</c> on a <c>System.Threading.Lock</c> becomes one invalid
/// operation, with neither its EnterScope nor its Dispose. Such a lock is held exactly in the statement it guards.
/// </remarks>
internal sealed class UnloweredLocks
{
    private readonly List<(LockStatementSyntax Statement, HeldLock Lock)> _locks = [];

    public UnloweredLocks(Body body, Bodies bodies)
    {
        foreach (var invalid in body.Operations.OfType<IInvalidOperation>())
        {
            if (invalid.Syntax.Parent is not LockStatementSyntax statement || statement.Expression != invalid.Syntax)
                continue;
            var lockObject = invalid.ChildOperations.FirstOrDefault();
            var kind = lockObject?.Type?.Name == "Lock" ? LockKind.Lock : LockKind.Monitor;
            var path = AccessPath.Of(lockObject, body, bodies);
            _locks.Add((statement, new HeldLock(path, kind, ExpressionName.Of(lockObject, body), statement.Expression, isLockStatement: true)));
        }
    }

    /// <summary>The state with those of these locks that are held at an operation.</summary>
    public LockSet At(IOperation operation, LockSet state)
    {
        foreach (var (statement, taken) in _locks)
        {
            if (statement.Statement.Span.Contains(operation.Syntax.Span))
                state = state.Take(taken, flag: null, scope: null);
        }

        return state;
    }
}
