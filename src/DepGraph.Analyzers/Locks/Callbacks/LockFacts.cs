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
    private readonly Lazy<LockHelpers> _helpers;
    private readonly Lazy<BodyFlows> _flows;

    /// <param name="mentions">Keeps what <see cref="LockMentions.Known"/> finds.</param>
    public LockFacts(Compilation compilation, AnalyzerConfigOptionsProvider options, Func<SyntaxTree, int[]> mentions)
    {
        Func<SyntaxTree, LockOptions> optionsOf = tree => _options.GetOrAdd(tree, t => new LockOptions(new OptionReader(options.GetOptions(t))));
        Bodies = new Bodies(compilation);
        Uses = new TypeUses(Bodies);
        Origins = new Origins(Bodies, Uses);
        Types = new SourceTypes(compilation);
        var direct = new DirectLockCalls(Bodies, new LockCreations(Origins, Uses), optionsOf);
        _helpers = new(() => new LockHelperSearch(compilation, mentions, optionsOf).Find(new LockVocabulary(Bodies, direct)));
        _flows = new(() => new BodyFlows(Bodies, Vocabulary, new EffectReader(compilation)));
        Completions = new Completions(Origins, Uses);
        Mentions = new LockMentions(mentions, optionsOf, _helpers);
    }

    /// <summary>The calls behind which no callback was found.</summary>
    public ConcurrentDictionary<KnownCall, bool> Quiet { get; } = new();

    public Bodies Bodies { get; }

    public TypeUses Uses { get; }

    public Origins Origins { get; }

    public SourceTypes Types { get; }

    public LockVocabulary Vocabulary => _helpers.Value.Vocabulary;

    public BodyFlows Flows => _flows.Value;

    public Completions Completions { get; }

    public LockMentions Mentions { get; }

    public IAssemblySymbol Compiled => Bodies.Compilation.Assembly;
}
