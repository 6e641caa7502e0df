using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Reads from one operation what it may run; whose code that is, each effect finds out.</summary>
internal sealed class EffectReader(Compilation compilation)
{
    /// <summary>Every kind of effect, each asked whether an operation is of its kind; the first that does not answer null has it.</summary>
    public static readonly Func<IOperation, IAssemblySymbol, IEnumerable<Effect>?>[] Kinds =
    [
        BlockingWait.Read,
        DelegateCall.Read,
        Cancellation.Read,
        Completion.Read,
        ReflectionCall.Read,
        ObjectMadeByReflection.Read,
        Publication.Read,
        LazyValue.Read,
        ElementHandedOut.Read,
        Enumeration.Read,
        Disposal.Read,
        MethodRun.Read,
        Formatting.Read,
        MemberCall.Read,
        HandedArguments.Read,
    ];

    public IEnumerable<Effect> Of(IOperation operation)
    {
        foreach (var read in Kinds)
        {
            if (read(operation, compilation.Assembly) is { } effects)
                return effects;
        }

        return [];
    }
}
