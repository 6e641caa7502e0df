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
    private readonly ConcurrentDictionary<Question, Kept<bool>> _answers = new();
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
            _findings.Clear();
        _helpers = helpers;
    }

    /// <summary>The findings of a declaration; null where they must be looked for.</summary>
    public IReadOnlyList<KeptFinding>? In(SyntaxNode root) => _findings.TryGetValue(root, out var kept) ? kept.Value : null;

    public void Keep(SyntaxNode root, IReadOnlyList<KeptFinding> findings, Reads reads) => _findings[root] = new(findings, reads);

    /// <summary>What is so of a method, by its code and all that is read to tell.</summary>
    public bool Ask(string question, SyntaxNode method, Func<bool> find)
    {
        var asked = new Question(question, method);
        if (!_answers.TryGetValue(asked, out var kept))
            _answers[asked] = kept = new(Reads.During(find, out var reads), reads);
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

        foreach (var found in before._findings)
        {
            if (move.Of(found.Key) is not { } root || found.Value.ReadsAfter(move) is not { } reads)
                continue;
            var moved = found.Value.Value.Select(finding => finding.After(move)).ToList();
            if (!moved.Contains(null))
                _findings[root] = new(moved!, reads);
        }
    }

    private bool HasSameSurroundings(KeptFindings before) =>
        Equals(_compilationOptions, before._compilationOptions) && _options.SequenceEqual(before._options)
            && _references.Length == before._references.Length
            && _references.Zip(before._references, IsSame).All(same => same);

    private static bool IsSame(WeakReference<MetadataReference> now, WeakReference<MetadataReference> before) =>
        now.TryGetTarget(out var one) && before.TryGetTarget(out var other) && ReferenceEquals(one, other);

    private sealed record Question(string Text, SyntaxNode Method);

    private sealed record Kept<T>(T Value, Reads Reads)
    {
        /// <summary>What was read where it stands now; null where something of it was changed.</summary>
        public Reads? ReadsAfter(CodeMove move)
        {
            var (roots, names) = Reads.All();
            if (names.Any(move.Touches))
                return null;
            var moved = roots.Select(move.Of).ToList();
            return moved.Contains(null) ? null : Reads.Of(moved!, names);
        }
    }
}
