using System.Collections.Concurrent;
using DepGraph.Analyzers.Locks.Callbacks;
using DepGraph.Analyzers.Locks.Held;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Locks.Source;
using DepGraph.Analyzers.Options;
using DepGraph.Analyzers.Platform;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Locks.Search;

/// <summary>What the lock rules know of one compilation: all of it read only where a lock leads.</summary>
internal sealed class LockFacts
{
    private readonly ConcurrentDictionary<SyntaxTree, LockOptions> _options = new();
    private readonly Lazy<KeptFindings> _kept;
    private readonly Lazy<LockHelpers> _helpers;
    private readonly Lazy<BodyFlows> _flows;
    private readonly Lazy<PlainCalls> _plain;
    private readonly Lazy<bool> _areTests;

    /// <param name="mentions">Keeps what <see cref="LockMentions.Known"/> finds.</param>
    public LockFacts(Compilation compilation, AnalyzerConfigOptionsProvider options, Func<SyntaxTree, int[]> mentions)
    {
        Func<SyntaxTree, LockOptions> optionsOf = tree => _options.GetOrAdd(tree, t => new LockOptions(new OptionReader(options.GetOptions(t))));
        Source = new SourceFacts(compilation);
        var direct = new DirectLockCalls(Source.Bodies, new LockCreations(Source.ValueSources, Source.Uses), optionsOf);
        _kept = new(() => KeptFindings.Of(compilation, tree => optionsOf(tree).Text));
        _helpers = new(() => new LockHelperSearch(compilation, mentions, optionsOf, _kept.Value).Find(new LockCalls(Source.Bodies, direct)));
        _flows = new(() => new BodyFlows(Source.Bodies, Calls, new EffectReader(compilation)));
        _plain = new(() => new PlainCalls(Kept, Flows, Source));
        _areTests = new(() => TestFrameworks.AreUsedBy(compilation));
        Mentions = new LockMentions(mentions, optionsOf, _helpers);
    }

    /// <summary>The calls behind which no callback was found, and what was read to tell.</summary>
    public ConcurrentDictionary<KnownCall, Reads> Quiet { get; } = new();

    public SourceFacts Source { get; }

    /// <summary>Everybody who is called back is a test or its stand-ins.</summary>
    public bool AreTests => _areTests.Value;

    /// <summary>What is known from the compilation before: in an editor, from before the last keystroke.</summary>
    public KeptFindings Kept => _kept.Value;

    public LockCalls Calls => _helpers.Value.Calls;

    public BodyFlows Flows => _flows.Value;

    public PlainCalls Plain => _plain.Value;

    public LockMentions Mentions { get; }
}
