using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Runs code that nobody wrote a call of: an object is formatted, enumerated or disposed.</summary>
internal abstract class ImplicitEffect(IOperation at, IOperation? value) : Effect(at, value)
{
    public override IEnumerable<EffectResult> Results(CallContext context, SourceFacts source) =>
        Value is null ? [] : source.ValueSources.Of(Value, context).SelectMany(valueSource => Results(valueSource, context, source));

    /// <summary>Where the value comes from this source.</summary>
    protected abstract IEnumerable<EffectResult> Results(ValueSource valueSource, CallContext context, SourceFacts source);

    /// <summary>The member of the nearest type that has one of ours.</summary>
    protected static IEnumerable<EffectResult> RunOwn(ITypeSymbol type, string method, SourceFacts source)
    {
        for (ITypeSymbol? at = type; at != null && !Framework.Declares(at, source.Compiled); at = at.BaseType)
        {
            foreach (var own in at.GetMembers(method).OfType<IMethodSymbol>())
            {
                if (own.Parameters.Length == 0 && source.Bodies.Of(own) is { } body)
                    return [EffectResult.Enters(body, method, CallContext.NoArguments)];
            }
        }

        return [];
    }
}
