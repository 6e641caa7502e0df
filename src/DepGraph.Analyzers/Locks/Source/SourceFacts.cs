using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Source;

/// <summary>What the source of one compilation says: all of it read only where a lock leads.</summary>
internal sealed class SourceFacts
{
    public SourceFacts(Compilation compilation)
    {
        Bodies = new Bodies(compilation);
        Uses = new TypeUses(Bodies);
        Holders = new Holders(Bodies, Uses);
        ValueSources = new ValueSources(Bodies, Uses, new Elements(Holders));
        Types = new SourceTypes(compilation);
        Compiled = compilation.Assembly;
    }

    public Bodies Bodies { get; }

    public TypeUses Uses { get; }

    public ValueSources ValueSources { get; }

    public SourceTypes Types { get; }

    public Holders Holders { get; }

    public IAssemblySymbol Compiled { get; }
}
