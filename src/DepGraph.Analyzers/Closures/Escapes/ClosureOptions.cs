using DepGraph.Analyzers.Options;

namespace DepGraph.Analyzers.Closures.Escapes;

/// <summary>The options of DG1001 for one file.</summary>
internal sealed class ClosureOptions(OptionReader reader)
{
    /// <summary>Whether handing a closure to a method of which nothing is known counts as keeping it.</summary>
    public bool ReportUnknownCallees { get; } = reader.Boolean("depgraph.closure.report_unknown_callees");

    public MethodNames StoringMethods { get; } = reader.Methods("depgraph.closure.storing_methods");

    public MethodNames ImmediateMethods { get; } = reader.Methods("depgraph.closure.immediate_methods");
}
