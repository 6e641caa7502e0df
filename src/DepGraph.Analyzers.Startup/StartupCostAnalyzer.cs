using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Startup;

/// <summary>
/// DG2001: what a line costs at startup, as the last recording measured it. The one rule of its assembly, and no more than a suggestion: so a compiler on a
/// command line does not run it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StartupCostAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id; docs/rules/DG2001.md is its page.</summary>
    public const string Id = "DG2001";

    private const string Title = "What a line costs at startup", Message = "startup: {0}", Category = "Performance";
    private const string Description =
        "The last recording of the app measured what this line brings about at startup: what it is the first to use, and the time that takes.";

    private const string HelpLink = $"https://github.com/depgraph/depgraph/blob/main/docs/rules/{Id}.md";

    private static readonly DiagnosticDescriptor AtLine = new(
        Id, Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true, description: Description, helpLinkUri: HelpLink);

    private static readonly DiagnosticDescriptor OfProject = new(
        Id, Title, Message, Category, DiagnosticSeverity.Info, isEnabledByDefault: true, description: Description, helpLinkUri: HelpLink,
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AtLine, OfProject);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Razor components and views reach the compiler as generated code.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
        context.RegisterCompilationAction(SayWhatIsStale);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (ProjectCauses.Of(start.Compilation, start.Options, start.CancellationToken) is { } causes)
            start.RegisterSyntaxTreeAction(context => Report(context, causes));
    }

    private static void Report(SyntaxTreeAnalysisContext context, ProjectCauses causes)
    {
        foreach (var (cause, location) in causes.In(context.Tree, context.IsGeneratedCode, context.CancellationToken).Placed)
        {
            var registered = causes.Find(cause.RegisteredAt, context.CancellationToken) is { } place
                ? ImmutableArray.Create(place) : ImmutableArray<Location>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(AtLine, location, registered, cause.Message));
        }
    }

    /// <summary>Once a project, at no line: an editor that shows one file does not ask for it.</summary>
    private static void SayWhatIsStale(CompilationAnalysisContext context)
    {
        if (ProjectCauses.Of(context.Compilation, context.Options, context.CancellationToken)?.Stale(context.CancellationToken) is { } stale)
            context.ReportDiagnostic(Diagnostic.Create(OfProject, Location.None, stale));
    }
}
