using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Startup;

/// <summary>The causes of one compilation, by the files they are in.</summary>
internal sealed class ProjectCauses
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<AnalyzerOptions, ProjectCauses?>> Known = new();
    private readonly AnalyzerOptions _options;
    private readonly ILookup<string, Cause> _byFile;
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly List<SyntaxTree> _generated = [];
    private readonly string? _problem;

    private ProjectCauses(Compilation compilation, AnalyzerOptions options, List<Cause> causes, string? problem)
    {
        (_options, _problem) = (options, problem);
        _byFile = causes.ToLookup(cause => cause.File, StringComparer.Ordinal);
        var names = new HashSet<string>(_byFile.Select(file => NameOf(file.Key)), StringComparer.OrdinalIgnoreCase);
        var isMapped = _byFile.Any(file => MappedLines.IsMapped(file.Key));
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (names.Contains(NameOf(tree.FilePath)))
                Take(tree);
            if (isMapped && tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase))
                _generated.Add(tree);
        }
    }

    /// <summary>Null where there is no file of causes.</summary>
    public static ProjectCauses? Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation) =>
        Known.GetOrCreateValue(compilation).GetOrAdd(options, _ =>
        {
            var files = options.AdditionalFiles.Select(file => CausesFile.Of(file, cancellation)).OfType<CausesFile>().ToList();
            return files.Count == 0 ? null : new ProjectCauses(
                compilation,
                options,
                [.. files.SelectMany(file => file.Causes).Where(cause => cause.Assembly == compilation.AssemblyName)],
                files.Select(file => file.Problem).FirstOrDefault(problem => problem != null));
        });

    /// <summary>True where a path ends with a recorded one.</summary>
    public static bool IsEndOf(string path, string file) =>
        path.Length >= file.Length && path.Replace('\\', '/') is var full && full.EndsWith(file, StringComparison.OrdinalIgnoreCase)
            && (full.Length == file.Length || full[full.Length - file.Length - 1] == '/');

    /// <summary>The causes in a file that are worth telling, and where those of them that are still there stand.</summary>
    public (IReadOnlyList<Cause> All, IReadOnlyList<(Cause Cause, Location Location)> Placed) In(
        SyntaxTree tree, bool isGenerated, CancellationToken cancellation)
    {
        var options = StartupOptions.Of(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        if (isGenerated)
        {
            if (!_generated.Contains(tree))
                return ([], []);
            var mapped = _byFile.Where(file => MappedLines.IsMapped(file.Key)).SelectMany(file => options.WorthTelling(file)).ToList();
            return (mapped, new MappedLines(tree, tree.GetText(cancellation)).Place(mapped));
        }

        var file = _trees.FirstOrDefault(one => one.Value == tree).Key;
        if (file == null)
            return ([], []);
        var causes = options.WorthTelling(_byFile[file]).ToList();
        return (causes, causes.Count == 0 ? [] : new SourceLines(tree, tree.GetText(cancellation)).Place(causes));
    }

    /// <summary>The line <c>File:Line</c>, where the project has it.</summary>
    public Location? Find(string place, CancellationToken cancellation)
    {
        var colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.Substring(colon + 1), out var line) && _trees.TryGetValue(place.Substring(0, colon), out var tree)
            && tree.GetText(cancellation).Lines is var lines && line > 0 && line <= lines.Count
            ? Location.Create(tree, SourceLines.CodeOf(lines[line - 1])) : null;
    }

    /// <summary>What is to be said once: that the file cannot be read, or that lines it tells of are gone; null where all is well.</summary>
    public string? Stale(CancellationToken cancellation)
    {
        if (_problem != null)
            return _problem;
        var told = _trees.Values.Select(tree => In(tree, isGenerated: false, cancellation)).ToList();
        var lost = told.Sum(file => file.All.Count - file.Placed.Count) + _byFile.Where(file => !_trees.ContainsKey(file.Key))
            .Where(file => !MappedLines.IsMapped(file.Key)).Sum(file => StartupOptions.Standard.WorthTelling(file).Count());
        return lost == 0 ? null
            : $"the recording is older than the code, {lost} of the lines it tells of {(lost == 1 ? "is" : "are")} gone: build to record again";
    }

    /// <summary>Of several files whose paths end alike that nearest to the root: the others have a folder more.</summary>
    private void Take(SyntaxTree tree)
    {
        foreach (var file in _byFile.Select(file => file.Key).Where(file => IsEndOf(tree.FilePath, file)))
        {
            if (!_trees.TryGetValue(file, out var known) || known.FilePath.Length > tree.FilePath.Length)
                _trees[file] = tree;
        }
    }

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
