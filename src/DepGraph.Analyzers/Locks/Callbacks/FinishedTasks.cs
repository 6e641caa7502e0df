using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Tasks that are over where their result is asked for, so that nobody waits.</summary>
internal sealed class FinishedTasks(SourceFacts source)
{
    private const int MostCallers = 8;

    public bool AreAll(IEnumerable<IOperation> tasks, IOperation at, CallContext context)
    {
        var any = false;
        foreach (var task in tasks)
        {
            if (!Include(task, at, context, 0))
                return false;
            any = true;
        }

        return any;
    }

    private bool Include(IOperation task, IOperation at, CallContext context, int depth)
    {
        if (context.Body is not { } body)
            return false;
        var variable = TaskVariable.Of(task, body);
        if (variable is IArrayElementReferenceOperation { ArrayReference: IParameterReferenceOperation { Parameter: var all } })
            return Continuations.Give(all) || IsFinishedBefore(variable, at, body);
        if (variable is IParameterReferenceOperation { Parameter: var parameter })
        {
            if (context.Arguments.TryGetValue(parameter, out var argument) && depth < MostCallers
                && Include(argument.Value, argument.Value, argument.Caller, depth + 1))
                return true;
            if (!context.Arguments.ContainsKey(parameter) && Continuations.Give(parameter))
                return true;
        }

        return IsMadeFinished(task, context) || IsFinishedBefore(variable, at, body) || TestedWaits.Include(variable, at, body);
    }

    /// <summary><c>Task.FromResult</c> and its like; a delay is no thread's work; what <c>WhenAny</c> gives back is over.</summary>
    private bool IsMadeFinished(IOperation task, CallContext context) =>
        source.ValueSources.Of(task, context) is { Count: > 0 } made && made.All(IsFinished);

    private static bool IsFinished(ValueSource made) => made.Kind == ValueSourceKind.Harmless || made.Operation switch
    {
        IAwaitOperation awaited => Unwrap.Value(awaited) is IInvocationOperation { TargetMethod.Name: "WhenAny" },
        IInvocationOperation call => call.TargetMethod is
        {
            Name: "FromResult" or "FromException" or "FromCanceled" or "Delay",
            ContainingType.Name: "Task" or "ValueTask"
        },
        IObjectCreationOperation { Type.Name: "ValueTask" } creation => creation.Arguments.All(argument => argument.Parameter?.Type.Name != "Task"),
        _ => false,
    };

    /// <summary>It was awaited or waited for further up in the same declaration, alone or with others, and is no other task since.</summary>
    private bool IsFinishedBefore(IOperation variable, IOperation at, Body body)
    {
        var (finished, assigned) = (-1, -1);
        var collection = TaskVariable.CollectionOf(variable);
        foreach (var around in source.Bodies.AllIn(body.Root))
        {
            foreach (var operation in around.Operations)
            {
                var position = operation.Syntax.SpanStart;
                if (operation == at || operation.Syntax.Span.End > at.Syntax.Span.End || position > at.Syntax.SpanStart)
                    continue;
                if (Finishes(operation, variable, collection, around))
                    finished = Math.Max(finished, operation.Syntax.Span.End);
                else if (operation is IAssignmentOperation { IsImplicit: false, Target: var target }
                    && TaskVariable.IsSame(TaskVariable.Of(target, around), variable))
                    assigned = Math.Max(assigned, operation.Syntax.Span.End);
            }
        }

        return finished > assigned;
    }

    private static bool Finishes(IOperation operation, IOperation variable, string? collection, Body body) => operation switch
    {
        IAwaitOperation awaited => TaskVariable.IsSame(TaskVariable.Of(awaited.Operation, body), variable),
        IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult", Instance: { } waited } => TaskVariable.IsSame(TaskVariable.Of(waited, body), variable),
        IPropertyReferenceOperation { Property.Name: "Result" or "Status" or "IsFaulted" or "IsCanceled" or "Exception", Instance: { } asked } =>
            TaskVariable.IsSame(TaskVariable.Of(asked, body), variable),
        IInvocationOperation { TargetMethod: { Name: "Assert", IsStatic: true } } assertion => assertion.Descendants().Any(one =>
            one is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully", Instance: { } asserted }
                && TaskVariable.IsSame(TaskVariable.Of(asserted, body), variable)),
        IInvocationOperation { TargetMethod.Name: "WhenAll" or "WaitAll" or "WhenAny" or "WaitAny" } all => all.Descendants().Any(one =>
            TaskVariable.IsSame(one, variable) || (collection != null && one.Syntax.ToString() == collection)),
        _ => false,
    };
}
