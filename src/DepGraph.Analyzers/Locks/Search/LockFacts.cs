using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks.Search;

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
        Source = new SourceFacts(compilation);
        var direct = new DirectLockCalls(Source.Bodies, new LockCreations(Source.ValueSources, Source.Uses), optionsOf);
        _helpers = new(() => new LockHelperSearch(compilation, mentions, optionsOf).Find(new LockCalls(Source.Bodies, direct)));
        _flows = new(() => new BodyFlows(Source.Bodies, Calls, new EffectReader(compilation)));
        Mentions = new LockMentions(mentions, optionsOf, _helpers);
    }

    /// <summary>The calls behind which no callback was found.</summary>
    public ConcurrentDictionary<KnownCall, bool> Quiet { get; } = new();

    public SourceFacts Source { get; }

    public LockCalls Calls => _helpers.Value.Calls;

    public BodyFlows Flows => _flows.Value;

    public LockMentions Mentions { get; }
}
