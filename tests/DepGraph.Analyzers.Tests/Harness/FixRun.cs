using System.Collections.Immutable;
using DepGraph.Analyzers.Tests.Editor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>Applies one fix to the findings of one analyzer; every result must compile.</summary>
internal static class FixRun<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>The text after the fix of the first finding that has one, or null where none has.</summary>
    public static async Task<FixedSource?> FixFirst(string marked, string editorConfig = "", int action = 0)
    {
        using var workspace = new AdhocWorkspace();
        var text = MarkedSource.Parse(marked).Text;
        await EditorRun.FindsWhatABuildFinds(text, editorConfig, "Test.cs");
        var document = Open(workspace, text);
        foreach (var finding in await Findings(document, editorConfig))
        {
            var actions = await Actions(document, finding);
            if (actions.Count > action)
                return await Apply(document, actions[action], editorConfig);
        }

        return null;
    }

    /// <summary>The text after FixAll over the document; null where no finding has a fix.</summary>
    public static async Task<FixedSource?> FixAll(string marked, string editorConfig = "")
    {
        using var workspace = new AdhocWorkspace();
        var text = MarkedSource.Parse(marked).Text;
        await EditorRun.FindsWhatABuildFinds(text, editorConfig, "Test.cs");
        var document = Open(workspace, text);
        var findings = await Findings(document, editorConfig);
        var fix = new TFix();
        foreach (var finding in findings)
        {
            if ((await Actions(document, finding)).FirstOrDefault() is not { } first)
                continue;
            var context = new FixAllContext(
                document, fix, FixAllScope.Document, first.EquivalenceKey, fix.FixableDiagnosticIds, new KnownFindings(findings), default);
            var all = await fix.GetFixAllProvider()!.GetFixAsync(context);
            return await Apply(document, all.ShouldNotBeNull("FixAll found nothing to do"), editorConfig);
        }

        return null;
    }

    /// <summary>What an editor offers, finding by finding.</summary>
    public static async Task<IReadOnlyList<string>> Titles(string marked)
    {
        using var workspace = new AdhocWorkspace();
        var document = Open(workspace, MarkedSource.Parse(marked).Text);
        var titles = new List<string>();
        foreach (var finding in await Findings(document, ""))
            titles.AddRange((await Actions(document, finding)).Select(action => action.Title));
        return titles;
    }

    private static async Task<List<CodeAction>> Actions(Document document, Diagnostic finding)
    {
        var fix = new TFix();
        var actions = new List<CodeAction>();
        if (fix.FixableDiagnosticIds.Contains(finding.Id))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), default));
        return actions;
    }

    private static async Task<FixedSource> Apply(Document document, CodeAction action, string editorConfig)
    {
        var operations = await action.GetOperationsAsync(default);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var compilation = (CSharpCompilation)(await changed.Project.GetCompilationAsync())!;
        compilation.ShouldCompile();
        var left = await AnalyzerRun<TAnalyzer>.Findings(compilation, editorConfig);
        return new FixedSource((await changed.GetTextAsync()).ToString(), left, compilation);
    }

    private static async Task<ImmutableArray<Diagnostic>> Findings(Document document, string editorConfig) =>
        await AnalyzerRun<TAnalyzer>.Findings((CSharpCompilation)(await document.Project.GetCompilationAsync())!, editorConfig);

    private static Document Open(AdhocWorkspace workspace, string text) =>
        TestProject.Open(workspace.CurrentSolution, "Test", text).Documents.Last();

    private sealed class KnownFindings(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(d => d.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
