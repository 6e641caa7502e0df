using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>What the lock rules know of one compilation: all of it read only where a lock leads.</summary>
internal sealed class LockFacts
{
    private readonly ConcurrentDictionary<SyntaxTree, LockOptions> _options = new();

    /// <param name="mentions">Keeps what <see cref="LockMentions.Known"/> finds.</param>
    public LockFacts(Compilation compilation, AnalyzerConfigOptionsProvider options, Func<SyntaxTree, int[]> mentions)
    {
        Func<SyntaxTree, LockOptions> optionsOf = tree => _options.GetOrAdd(tree, t => new LockOptions(new OptionReader(options.GetOptions(t))));
        Bodies = new Bodies(compilation);
        Uses = new TypeUses(Bodies);
        Origins = new Origins(Bodies, Uses);
        Types = new SourceTypes(compilation);
        Vocabulary = new LockVocabulary(
            Bodies,
            new LockCreations(Origins, Uses),
            optionsOf);
        Flows = new BodyFlows(Bodies, Vocabulary, new EffectReader(compilation));
        Completions = new Completions(Origins, Uses);
        Mentions = new LockMentions(compilation, mentions, optionsOf, Vocabulary);
    }

    /// <summary>The calls behind which no callback was found.</summary>
    public ConcurrentDictionary<KnownCall, bool> Quiet { get; } = new();

    public Bodies Bodies { get; }

    public TypeUses Uses { get; }

    public Origins Origins { get; }

    public SourceTypes Types { get; }

    public LockVocabulary Vocabulary { get; }

    public BodyFlows Flows { get; }

    public Completions Completions { get; }

    public LockMentions Mentions { get; }

    public IAssemblySymbol Compiled => Bodies.Compilation.Assembly;
}
