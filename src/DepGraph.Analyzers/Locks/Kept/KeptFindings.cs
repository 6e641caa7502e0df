using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Kept;

/// <summary>
/// What was found in the declarations of one compilation, kept for the next one: an editor makes a new one with every keystroke. It stays true while
/// the references, the options and all that is declared are the same, and no code has changed that was read for it or names what was searched for.
/// </summary>
/// <remarks>
/// Nothing here holds a symbol or a compilation: only syntax, and text. A version is found again by the files it shares with the next,
/// and lives no longer than they do.
/// </remarks>
internal sealed class KeptFindings
{
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<string, KeptFindings>> Latest = new();

    private readonly ConcurrentDictionary<SyntaxNode, Kept<IReadOnlyList<KeptFinding>>> _findings = new();

    /// <summary>Findings that stay true if the changed bodies on the way still make the same calls.</summary>
    private readonly ConcurrentDictionary<SyntaxNode, Pending> _pending = new();
    private readonly ConcurrentDictionary<Question, Kept<bool>> _answers = new();
    private readonly ConcurrentDictionary<SyntaxNode, Kept<IReadOnlyList<PlainCall>?>> _calls = new();
    private readonly SyntaxTree[] _trees;
    private readonly string[] _options;
    private readonly CompilationOptions _compilationOptions;
    private readonly WeakReference<MetadataReference>[] _references;
    private string? _helpers;

    private KeptFindings(Compilation compilation, Func<SyntaxTree, string> optionsOf)
    {
        _trees = [.. compilation.SyntaxTrees];
        _options = [.. _trees.Select(optionsOf)];
        _compilationOptions = compilation.Options;
        _references = [.. compilation.References.Select(reference => new WeakReference<MetadataReference>(reference))];
    }

    /// <summary>What is known of a compilation by what was found in the one before.</summary>
    /// <param name="optionsOf">All that the options say of a file.</param>
    public static KeptFindings Of(Compilation compilation, Func<SyntaxTree, string> optionsOf)
    {
        var kept = new KeptFindings(compilation, optionsOf);
        var name = compilation.AssemblyName ?? "";
        foreach (var tree in kept._trees)
        {
            if (!Latest.TryGetValue(tree, out var known) || !known.TryGetValue(name, out var before))
                continue;
            kept.TakeFrom(before);
            break;
        }

        // Two files, so that typing into the one does not lose what the other leads to.
        foreach (var tree in kept._trees.Take(2))
            Latest.GetOrCreateValue(tree)[name] = kept;
        return kept;
    }

    /// <summary>The findings are true only where these are all helpers around locks: others let go of what was kept.</summary>
    public void HelpersAre(string helpers)
    {
        if (_helpers != null && _helpers != helpers)
        {
            _findings.Clear();
            _pending.Clear();
            _calls.Clear();
        }

        _helpers = helpers;
    }

    /// <summary>The findings of a declaration; null where they must be looked for.</summary>
    /// <param name="callsOf">The calls of a body as it is now: see <see cref="CallsOf"/>.</param>
    public IReadOnlyList<KeptFinding>? In(SyntaxNode root, Func<SyntaxNode, IReadOnlyList<PlainCall>?> callsOf)
    {
        if (_pending.TryGetValue(root, out var pending))
        {
            if (pending.Before.All(before => AreAlike(before.Value, callsOf(before.Key))))
                _findings.TryAdd(root, pending.Findings);
            _pending.TryRemove(root, out _);
        }

        return _findings.TryGetValue(root, out var kept) ? kept.Value : null;
    }

    private static bool AreAlike(IReadOnlyList<PlainCall> before, IReadOnlyList<PlainCall>? now) =>
        now != null && before.Count == now.Count && before.Zip(now, (one, other) => one.IsLike(other)).All(alike => alike)
            && Places(before).SequenceEqual(Places(now));

    /// <summary>Which of the calls stand at one place, wherever that is.</summary>
    private static IEnumerable<int> Places(IReadOnlyList<PlainCall> calls)
    {
        var places = calls.Select(call => call.At).ToList();
        return places.Select(place => places.IndexOf(place));
    }

    public void Keep(SyntaxNode root, IReadOnlyList<KeptFinding> findings, Reads reads) => _findings[root] = new(findings, reads);

    /// <summary>What is so of a method, by its code and all that is read to tell.</summary>
    public bool Ask(string question, SyntaxNode method, Func<bool> find)
    {
        var asked = new Question(question, method);
        if (!_answers.TryGetValue(asked, out var kept))
            _answers[asked] = kept = new(Reads.During(find, out var reads), reads);
        return kept.Value;
    }

    /// <summary>
    /// The calls of a body that does nothing else of interest; null where it does more. Whoever asks depends on the calls, or on that it does more.
    /// </summary>
    public IReadOnlyList<PlainCall>? CallsOf(SyntaxNode root, Func<IReadOnlyList<PlainCall>?> find)
    {
        if (!_calls.TryGetValue(root, out var kept))
            _calls[root] = kept = new(Reads.During(find, out var reads), reads);
        if (kept.Value is null)
            Reads.Again(kept.Reads);
        else
            Reads.CallsOf(root);
        return kept.Value;
    }

    private void TakeFrom(KeptFindings before)
    {
        if (!HasSameSurroundings(before) || CodeMove.Between(before._trees, _trees) is not { } move)
            return;
        _helpers = before._helpers;
        foreach (var answer in before._answers)
        {
            if (move.Of(answer.Key.Method) is { } method && answer.Value.ReadsAfter(move) is { } reads)
                _answers[answer.Key with { Method = method }] = answer.Value with { Reads = reads };
        }

        foreach (var known in before._calls)
        {
            if (move.Of(known.Key) is { } root && known.Value.ReadsAfter(move) is { } reads)
                _calls[root] = new(known.Value.Value is { } calls ? After(calls, move) : null, reads);
        }

        foreach (var found in before._findings)
            Take(found.Key, found.Value, before, move);
        foreach (var found in before._pending)
            Take(found.Key, found.Value.Findings, before, move, found.Value.Before);
    }

    private void Take(SyntaxNode declaration, Kept<IReadOnlyList<KeptFinding>> found, KeptFindings before, CodeMove move,
        IReadOnlyDictionary<SyntaxNode, IReadOnlyList<PlainCall>>? pending = null)
    {
        if (move.Of(declaration) is not { } root || found.ReadsAfter(move) is not { } reads)
            return;
        var moved = found.Value.Select(finding => finding.After(move)).ToList();
        if (moved.Contains(null))
            return;
        var changed = new Dictionary<SyntaxNode, IReadOnlyList<PlainCall>>();
        foreach (var body in found.Reads.All().Plain)
        {
            var now = move.Counterpart(body)!;
            if (pending?.TryGetValue(body, out var calls) is true)
                changed.Add(now, After(calls, move));
            else if (!_calls.ContainsKey(now))
            {
                if (!before._calls.TryGetValue(body, out var known) || known.Value is null)
                    return;
                changed.Add(now, After(known.Value, move));
            }
        }

        if (changed.Count == 0)
            _findings[root] = new(moved!, reads);
        else
            _pending[root] = new(new(moved!, reads), changed);
    }

    private static List<PlainCall> After(IReadOnlyList<PlainCall> calls, CodeMove move) => [.. calls.Select(call => call.After(move)!)];

    private bool HasSameSurroundings(KeptFindings before) =>
        Equals(_compilationOptions, before._compilationOptions) && _options.SequenceEqual(before._options)
            && _references.Length == before._references.Length
            && _references.Zip(before._references, IsSame).All(same => same);

    private static bool IsSame(WeakReference<MetadataReference> now, WeakReference<MetadataReference> before) =>
        now.TryGetTarget(out var one) && before.TryGetTarget(out var other) && ReferenceEquals(one, other);

    private sealed record Question(string Text, SyntaxNode Method);

    /// <param name="Before">The calls of the changed bodies, as they were when the findings were found.</param>
    private sealed record Pending(Kept<IReadOnlyList<KeptFinding>> Findings, IReadOnlyDictionary<SyntaxNode, IReadOnlyList<PlainCall>> Before);

    private sealed record Kept<T>(T Value, Reads Reads)
    {
        /// <summary>What was read where it stands now; null where something of it was changed.</summary>
        public Reads? ReadsAfter(CodeMove move)
        {
            var (roots, names, plain) = Reads.All();
            if (names.Any(move.Touches))
                return null;
            var (moved, bodies) = (roots.Select(move.Of).ToList(), plain.Select(move.Counterpart).ToList());
            return moved.Contains(null) || bodies.Contains(null) ? null : Reads.Of(moved!, names, bodies!);
        }
    }
}
