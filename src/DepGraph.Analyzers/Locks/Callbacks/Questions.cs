using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>
/// Calls that ask somebody for a value and use it, where <see cref="Notifications"/> tell somebody something: a factory, a selector, a predicate, a clock.
/// Hardly any of these takes a lock or waits for anybody.
/// </summary>
internal static class Questions
{
    /// <summary>What is told something may answer as well: that it is handled, or what to do next.</summary>
    private static readonly string[] Tellers = ["handler", "handlers", "callback", "callbacks", "listener", "observer", "subscriber"];

    private static readonly string[] Askers = ["get", "create", "make"];

    private static readonly string[] Makers = ["factory", "creator", "provider"];

    /// <param name="at">The call, or that of a method that runs the delegate it is handed.</param>
    /// <param name="name">The delegate as it is written there.</param>
    public static bool Include(IOperation at, ITypeSymbol? called, string name) =>
        called is INamedTypeSymbol { DelegateInvokeMethod: { ReturnsVoid: false } invoke }
            && (!IsLater(invoke.ReturnType) || Makes(name)) && (!IsDirect(at) || IsUsed(at)) && !Tells(name) && !Tells(called.Name);

    /// <summary>The result of a call is not thrown away.</summary>
    public static bool IsUsed(IOperation call) =>
        call.Parent is not (IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation });

    /// <summary>A method that is handed the delegate does with the value what it wants it for.</summary>
    private static bool IsDirect(IOperation call) => call is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke };

    /// <summary>A <c>getHandler</c> is asked for one.</summary>
    private static bool Tells(string name) => !Asks(name) && Tellers.Any(teller => name.EndsWith(teller, StringComparison.OrdinalIgnoreCase));

    private static bool Asks(string name) => Askers.Any(asker =>
        name.Trim('_') is var plain && plain.StartsWith(asker, StringComparison.OrdinalIgnoreCase)
            && plain.Length > asker.Length && char.IsUpper(plain[asker.Length]));

    /// <summary>The task of a factory is what it makes: it begins it, and does not wait for it.</summary>
    private static bool Makes(string name) => Asks(name) || Makers.Any(maker => name.EndsWith(maker, StringComparison.OrdinalIgnoreCase));

    /// <summary>Of any other task the work counts, not the value.</summary>
    private static bool IsLater(ITypeSymbol returned) => returned.Name.EndsWith("Task", StringComparison.Ordinal);
}
