using System.Collections.Immutable;
using DepGraph.Analyzers.Locks.Source;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>One thing an operation does that may run code of others: one class for each kind of it.</summary>
/// <param name="at">What to point at.</param>
/// <param name="value">The object or delegate it is done to; null for a static member.</param>
internal abstract class Effect(IOperation at, IOperation? value = null)
{
    public IOperation At { get; } = at;

    public IOperation? Value { get; } = value;

    public ImmutableArray<IArgumentOperation> Arguments => At switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation property => property.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>Whose code it runs, by where the value comes from: callbacks, and bodies of ours to look into.</summary>
    public abstract IEnumerable<EffectResult> Results(CallContext context, SourceFacts source);

    /// <summary>The value as a person reads it in the source.</summary>
    protected string NameOfValue(CallContext context) => ExpressionName.Of(Value, context.Body);
}
