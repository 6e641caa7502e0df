using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Options;

/// <summary>Reports each value in .editorconfig that an analyzer does not understand, once a compilation however many files it covers.</summary>
internal static class InvalidOptionCheck
{
    public static readonly DiagnosticDescriptor Rule = new(
        DiagnosticIds.InvalidOption,
        OptionStrings.Localized("InvalidOptionTitle"),
        OptionStrings.Localized("InvalidOptionMessage"),
        "Configuration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: OptionStrings.Localized("InvalidOptionDescription"),
        helpLinkUri: DiagnosticIds.HelpLink(DiagnosticIds.InvalidOption));

    /// <param name="readAll">Reads every option the analyzer has.</param>
    public static void Register(CompilationStartAnalysisContext start, Action<OptionReader> readAll)
    {
        var reported = new ConcurrentDictionary<string, string>();
        start.RegisterSyntaxTreeAction(context => readAll(new OptionReader(
            context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree),
            (key, value, expected) =>
            {
                if (reported.TryAdd(key + "=" + value, value))
                    context.ReportDiagnostic(Diagnostic.Create(Rule, Location.None, key, value, expected));
            })));
    }
}
