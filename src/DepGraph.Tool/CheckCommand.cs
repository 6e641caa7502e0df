using System.CommandLine;
using DepGraph.Graph;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary><c>depgraph check</c>: what a build would say about a recording. Exit code 1 when it says something that was not waived.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var recording = RecordingArgument.Create();
        var lockFile = new Option<string?>("--lock") { Description = "Compare with this lock file." };
        var maxAssemblies = new Option<int?>("--max-assemblies") { Description = "The most assemblies startup may load." };
        var maxReady = new Option<double?>("--max-ready-ms") { Description = "The most milliseconds until ready; a time fails nothing." };
        var rules = new RuleOptions();
        var allow = new Option<string[]>("--allow") { Description = "A code that does not fail the check, for example DG0103.", DefaultValueFactory = _ => [] };
        var command = new Command("check", "Compares a recording with its lock file, its budgets and its rules.")
            { recording, lockFile, maxAssemblies, maxReady, rules.Lazy, rules.Only, allow };
        command.SetAction(parsed =>
            Run(GraphJsonReader.ReadFile(parsed.GetValue(recording)!), parsed.GetValue(lockFile),
            new Budgets(parsed.GetValue(maxAssemblies), parsed.GetValue(maxReady)) { Rules = rules.Of(parsed) }, parsed.GetValue(allow)!));
        return command;
    }

    private static int Run(LoadGraph graph, string? lockPath, Budgets budgets, string[] allowed)
    {
        var findings = Check.Findings(graph, lockPath is null ? null : LockFileJson.ReadFile(lockPath), budgets);
        foreach (var finding in findings)
            Console.WriteLine(CanonicalLine.Format(allowed.Contains(finding.Code) ? "warning" : "error", finding));
        foreach (var advice in Check.Advice(graph, budgets))
            Console.WriteLine(CanonicalLine.Format("info", advice));
        return findings.Any(finding => !allowed.Contains(finding.Code)) ? ExitCodes.CheckFailed : ExitCodes.Done;
    }
}
