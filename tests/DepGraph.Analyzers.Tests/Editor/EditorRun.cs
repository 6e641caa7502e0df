using System.Collections.Concurrent;
using System.Collections.Immutable;
using DepGraph.Analyzers.CodeFixes.Closures;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests.Editor;

/// <summary>Runs a source through all rules and fixes as an editor does: project by project with the others as source, and document by document.</summary>
internal static class EditorRun
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [.. All<DiagnosticAnalyzer>(typeof(DiagnosticIds))];
    private static readonly ImmutableArray<CodeFixProvider> Fixes = [.. All<CodeFixProvider>(typeof(LoopCopyFix))];
    private static readonly ConcurrentDictionary<string, bool> Seen = new();

    /// <summary>Asserts that nothing throws and that the editor says of the source what a build says.</summary>
    public static async Task FindsWhatABuildFinds(string text, string editorConfig, string fileName)
    {
        if (!Seen.TryAdd(fileName + editorConfig + text, true))
            return;
        var build = TestProject.Compile(text, fileName);
        var expected = Describe(await AnalyzerRun.Findings(build, Rules, editorConfig));
        var solution = await EditorSolution.Open(text, fileName);
        foreach (var document in new[] { solution.Source, solution.ForOtherTarget })
        {
            var found = await Findings(document, editorConfig);
            Describe(found).ShouldBe(expected, "found in the editor, and by the build");
            if (document == solution.Source)
                await ApplyEveryFix(document, found);
        }

        if (solution.Caller is { } caller)
            await FindsInCallersWhatABuildFinds(caller, build, editorConfig);
    }

    /// <summary>The findings of one document, as they are asked for while it is shown.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Findings(Document document, string editorConfig = "")
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var crashes = new ConcurrentBag<Exception>();
        var driver = compilation.WithAnalyzers(Rules, AnalyzerRun.Options(editorConfig, crashes));
        var model = driver.Compilation.GetSemanticModel((await document.GetSyntaxTreeAsync())!);
        var found = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);
        crashes.ShouldBeEmpty();
        return found;
    }

    private static async Task FindsInCallersWhatABuildFinds(Document caller, CSharpCompilation used, string editorConfig)
    {
        var found = await Findings(caller, editorConfig);
        using var image = new MemoryStream();
        var tree = (CSharpSyntaxTree)(await caller.GetSyntaxTreeAsync())!;
        if (!used.Emit(image, options: new(metadataOnly: true)).Success)
            return;
        var build = TestProject.Compile(tree).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Describe(found).ShouldBe(Describe(await AnalyzerRun.Findings(build, Rules, editorConfig)), "found in the editor, and by the build, in\n" + tree);
    }

    private static async Task ApplyEveryFix(Document document, IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), default));
                foreach (var action in actions)
                    (await action.GetOperationsAsync(default)).ShouldNotBeEmpty();
            }
        }
    }

    private static string[] Describe(IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(finding => $"{finding.Location.SourceSpan} {finding.Id} {finding.GetMessage()}").Order(StringComparer.Ordinal)];

    private static IEnumerable<T> All<T>(Type inAssembly) =>
        inAssembly.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).Select(type => (T)Activator.CreateInstance(type)!);
}
