using System.Collections.Concurrent;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks;

/// <summary>What the lock rules know of one compilation: all of it read only where a lock leads.</summary>
internal sealed class LockFacts
{
    private readonly ConcurrentDictionary<SyntaxTree, LockOptions> _options = new();

    public LockFacts(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        Bodies = new Bodies(compilation);
        Uses = new TypeUses(Bodies);
        Origins = new Origins(Bodies, Uses);
        Types = new SourceTypes(compilation);
        Vocabulary = new LockVocabulary(
            Bodies,
            new LockCreations(Origins, Uses),
            tree => _options.GetOrAdd(tree, t => new LockOptions(new OptionReader(options.GetOptions(t)))));
        Flows = new BodyFlows(Bodies, Vocabulary, new EffectReader(compilation.Assembly));
        Completions = new Completions(Origins, Uses);
    }

    /// <summary>Methods, the types they were called from and the locks held, behind which no callback was found.</summary>
    public ConcurrentDictionary<(IMethodSymbol, INamedTypeSymbol, string), bool> Quiet { get; } = new();

    public Bodies Bodies { get; }

    public TypeUses Uses { get; }

    public Origins Origins { get; }

    public SourceTypes Types { get; }

    public LockVocabulary Vocabulary { get; }

    public BodyFlows Flows { get; }

    public Completions Completions { get; }

    public IAssemblySymbol Compiled => Bodies.Compilation.Assembly;
}
