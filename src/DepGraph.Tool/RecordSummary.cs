using System.Globalization;
using DepGraph.Graph;
using DepGraph.Reports.Content;
using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>What the terminal shows after a recording.</summary>
internal static class RecordSummary
{
    /// <summary>What would help most, the best first.</summary>
    public static IEnumerable<string> Advice(LoadGraph graph)
    {
        var all = WhatToDo.Of(graph, RetainedCost.Of(graph));
        return all.Count == 0 ? [AdviceText.Nothing]
            : all.Select((advice, i) => OneLine.Of($"{i + 1}. {advice.What} Saves {AdviceText.Saves(advice)}.", 400)).Prepend("What to do first:");
    }

    public static string Of(LoadGraph graph, string folder)
    {
        var where = graph.Run.WaitingIn is { } frame ? $", waiting in {frame}" : "";
        var children = graph.Children.Count == 0 ? "" : $", {graph.Children.Count} child processes";
        return string.Create(CultureInfo.InvariantCulture,
            $"{graph.App}: {graph.Nodes.Count} assemblies, {OutcomeText.Of(graph.Run.Outcome)} after " +
                $"{Milliseconds.Of(graph.Run.ReadyMs)}{WaitText.OfReady(graph)}{where}{children}; reports in {folder}");
    }
}
