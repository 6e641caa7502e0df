using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class ClosureOptionsInEditorConfig
{
    private const string Runner = "interface IRunner { void Run(Action action); } IRunner runner;";

    [Fact]
    public Task Unknown_callees_are_reported_when_asked_for() => Flagged(
        "for (int i = 0; i < 3; i++) runner.Run(() => Use([|i|]));", Runner, "depgraph.closure.report_unknown_callees = true");

    [Fact]
    public Task Known_callees_stay_quiet_when_unknown_ones_are_reported() => Quiet(
        "for (int i = 0; i < 3; i++) { numbers.ForEach(n => Use(n + i)); Parallel.For(0, 3, n => Use(i)); Use(numbers.Any(n => n > i)); Run(() => Use(i)); }",
        "static void Run(Action action) => action();",
        "depgraph.closure.report_unknown_callees = true");

    [Theory]
    [InlineData("Run")]
    [InlineData("IRunner.Run")]
    [InlineData("Program.IRunner.Run")]
    [InlineData("Other.Thing, IRunner.Run")]
    public Task Storing_methods_can_be_named(string names) => Flagged(
        "for (int i = 0; i < 3; i++) runner.Run(() => Use([|i|]));", Runner, "depgraph.closure.storing_methods = " + names);

    [Fact]
    public Task Storing_methods_of_another_type_do_not_count() => Quiet(
        "for (int i = 0; i < 3; i++) runner.Run(() => Use(i));", Runner, "depgraph.closure.storing_methods = Bus.Run");

    [Fact]
    public Task Constructors_can_be_named() => Flagged(
        "for (int i = 0; i < 3; i++) Use(new Job(() => Use([|i|])));",
        "class Job { public Job(Action action) { action(); } }",
        "depgraph.closure.storing_methods = Job.Job");

    [Theory]
    [InlineData("Later")]
    [InlineData("Program.Later")]
    public Task Immediate_methods_can_be_named(string names) => Quiet(
        "for (int i = 0; i < 3; i++) Later(() => Use(i));", "void Later(Action action) => stored = action;", "depgraph.closure.immediate_methods = " + names);

    [Theory]
    [InlineData("depgraph.closure.report_unknown_callees = yes", "report_unknown_callees", "yes")]
    [InlineData("depgraph.closure.storing_methods = Bus.Run()", "storing_methods", "Bus.Run()")]
    [InlineData("depgraph.closure.immediate_methods = Bus..Run", "immediate_methods", "Bus..Run")]
    public async Task Wrong_value_is_reported_once_however_many_files_there_are(string line, string option, string value)
    {
        var compilation = TestProject.Compile(TestProject.Parse("class A { }", "A.cs"), TestProject.Parse("class B { }", "B.cs"));

        var finding = (await AnalyzerRun<LoopClosureAnalyzer>.Findings(compilation, line)).ShouldHaveSingleItem();

        finding.Id.ShouldBe(DiagnosticIds.InvalidOption);
        finding.Severity.ShouldBe(DiagnosticSeverity.Warning);
        finding.GetMessage().ShouldContain(option);
        finding.GetMessage().ShouldContain(value);
    }
}
