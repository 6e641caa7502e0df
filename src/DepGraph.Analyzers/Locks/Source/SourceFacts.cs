using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What the source of one compilation says: all of it read only where a lock leads.</summary>
internal sealed class SourceFacts
{
    public SourceFacts(Compilation compilation)
    {
        Bodies = new Bodies(compilation);
        Uses = new TypeUses(Bodies);
        Types = new SourceTypes(compilation);
        Holders = new Holders(Bodies, Uses, Types);
        ValueSources = new ValueSources(Bodies, Uses, new Elements(Holders));
        Compiled = compilation.Assembly;
    }

    public Bodies Bodies { get; }

    public TypeUses Uses { get; }

    public ValueSources ValueSources { get; }

    public SourceTypes Types { get; }

    public Holders Holders { get; }

    public IAssemblySymbol Compiled { get; }
}
