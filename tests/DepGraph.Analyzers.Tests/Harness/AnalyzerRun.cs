using System.Collections.Concurrent;
using System.Collections.Immutable;
using DepGraph.Analyzers.Tests.Editor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>Runs one analyzer over one source and holds its findings against the marks; in an editor it must find the same.</summary>
internal static class AnalyzerRun<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Asserts that the findings are exactly the marked spans, and returns them in source order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindsTheMarks(
        string marked, string editorConfig = "", bool mayNotCompile = false, string fileName = "Test.cs")
    {
        var source = MarkedSource.Parse(marked);
        var compilation = TestProject.Compile(source.Text, fileName);
        if (!mayNotCompile)
            compilation.ShouldCompile();
        var found = await FindsTheMarks(source, compilation, editorConfig);
        await EditorRun.FindsWhatABuildFinds(source.Text, editorConfig, fileName);
        return found;
    }

    public static async Task<ImmutableArray<Diagnostic>> FindsTheMarks(MarkedSource source, CSharpCompilation compilation, string editorConfig = "")
    {
        var found = await Findings(compilation, editorConfig);
        var withIds = source.Spans.Any(mark => mark.Id != null);
        Describe(found.Select(d => new MarkedSpan(withIds ? d.Id : null, d.Location.SourceSpan)), source.Text)
            .ShouldBe(Describe(source.Spans, source.Text), string.Join('\n', found));
        return found;
    }

    public static Task<ImmutableArray<Diagnostic>> Findings(CSharpCompilation compilation, string editorConfig = "") =>
        AnalyzerRun.Findings(compilation, [new TAnalyzer()], editorConfig);

    /// <summary>
    /// Cuts the source after every token from <paramref name="start"/> on, as if it were being typed, and asserts that the analyzer never throws.
    /// </summary>
    public static async Task SurvivesTyping(string marked, int start = 0)
    {
        var text = MarkedSource.Parse(marked).Text;
        var root = await CSharpSyntaxTree.ParseText(text, TestProject.ParseOptions).GetRootAsync();
        var ends = root.DescendantTokens().Select(token => token.Span.End).Where(end => end > start).Distinct();

        // All cuts in one compilation, each in a namespace of its own: far faster than a compilation each.
        var cuts = ends.Select((end, n) => TestProject.Parse($"namespace Cut{n}; {text[..end]}", $"Cut{n}.cs"));
        await Findings(TestProject.Compile([.. cuts]));
    }

    private static string[] Describe(IEnumerable<MarkedSpan> spans, string text) =>
        [.. spans.Select(s => $"{s.Id}{s.Span} {text.Substring(s.Span.Start, s.Span.Length)}")];
}

/// <summary>Runs analyzers as a build does: over a whole compilation.</summary>
internal static class AnalyzerRun
{
    public static async Task<ImmutableArray<Diagnostic>> Findings(
        CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, string editorConfig = "")
    {
        var crashes = new ConcurrentBag<Exception>();
        var found = await compilation.WithAnalyzers(analyzers, Options(editorConfig, crashes)).GetAnalyzerDiagnosticsAsync();
        crashes.ShouldBeEmpty();
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <summary>Options under which every exception of an analyzer is kept.</summary>
    public static CompilationWithAnalyzersOptions Options(string editorConfig, ConcurrentBag<Exception> crashes) => new(
        new AnalyzerOptions([], new EditorConfigOptions("root = true\n[*.cs]\n" + editorConfig)),
        onAnalyzerException: (crash, _, _) => crashes.Add(crash),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false);
}
