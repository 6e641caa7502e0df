using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>Applies one fix to all findings of a project or a solution, as an editor has them open; every project must compile before and after.</summary>
internal static class FixAllRun<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    /// <summary>How many findings are left in each project, in the order of the solution; asked for at the first finding that is offered the fix.</summary>
    public static async Task<IReadOnlyList<int>> Left(FixAllScope scope, Solution solution)
    {
        var findings = new Dictionary<ProjectId, ImmutableArray<Diagnostic>>();
        foreach (var project in solution.Projects)
            findings[project.Id] = await Findings(project);

        var fix = new TFix();
        var (document, key) = await FirstOffer(fix, solution, findings);
        var context = new FixAllContext(document, fix, scope, key, fix.FixableDiagnosticIds, new KnownFindings(findings), default);
        var all = (await fix.GetFixAllProvider()!.GetFixAsync(context)).ShouldNotBeNull("FixAll found nothing to do");
        var changed = (await all.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

        var left = new List<int>();
        foreach (var id in solution.ProjectIds)
            left.Add((await Findings(changed.GetProject(id)!)).Length);
        return left;
    }

    private static async Task<ImmutableArray<Diagnostic>> Findings(Project project)
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync())!;
        compilation.ShouldCompile();
        return await AnalyzerRun<TAnalyzer>.Findings(compilation);
    }

    private static async Task<(Document Document, string? Key)> FirstOffer(
        TFix fix, Solution solution, Dictionary<ProjectId, ImmutableArray<Diagnostic>> findings)
    {
        foreach (var finding in solution.ProjectIds.SelectMany(id => findings[id]))
        {
            var document = solution.GetDocument(finding.Location.SourceTree)!;
            var actions = new List<CodeAction>();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), default));
            if (actions.Count > 0)
                return (document, actions[0].EquivalenceKey);
        }

        throw new InvalidOperationException("No finding has a fix.");
    }

    private sealed class KnownFindings(Dictionary<ProjectId, ImmutableArray<Diagnostic>> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings[project.Id]);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return findings[document.Project.Id].Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
