using System.Reflection;
using DepGraph.Analyzers.Startup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DepGraph.Analyzers.Tests.Harness;

public class DescriptorsAndDocs
{
    private static readonly DiagnosticDescriptor[] Descriptors =
        [.. typeof(DiagnosticIds).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)];

    private static readonly string[] Ids =
        [.. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> ReportedIds => [.. Descriptors.Select(descriptor => descriptor.Id).Distinct()];

    [Theory]
    [MemberData(nameof(ReportedIds))]
    public void Every_rule_has_a_constant_a_help_link_and_a_page_that_agree(string id)
    {
        Ids.ShouldContain(id);
        foreach (var descriptor in Descriptors.Where(d => d.Id == id))
            descriptor.HelpLinkUri.ShouldBe(DiagnosticIds.HelpLink(id));

        var page = File.ReadAllLines(Repository.PathOf("docs", "rules", id + ".md"));
        page[0].ShouldStartWith($"# {id}: ");
    }

    [Fact]
    public void The_rule_of_startup_costs_is_alone_in_its_assembly_and_no_more_than_a_suggestion()
    {
        typeof(StartupCostAnalyzer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .ShouldHaveSingleItem().ShouldBe(typeof(StartupCostAnalyzer));
        new StartupCostAnalyzer().SupportedDiagnostics.ShouldAllBe(rule => rule.Id == StartupCostAnalyzer.Id && rule.DefaultSeverity == DiagnosticSeverity.Info
            && rule.HelpLinkUri == DiagnosticIds.HelpLink(StartupCostAnalyzer.Id));
        File.ReadAllLines(Repository.PathOf("docs", "rules", "DG2001.md"))[0].ShouldStartWith("# DG2001: ");
    }

    [Theory]
    [MemberData(nameof(ReportedIds))]
    public void Every_rule_says_in_words_what_it_found(string id)
    {
        foreach (var descriptor in Descriptors.Where(d => d.Id == id))
        {
            descriptor.Title.ToString().ShouldNotBeNullOrWhiteSpace();
            descriptor.MessageFormat.ToString().ShouldNotBeNullOrWhiteSpace();
            descriptor.Description.ToString().ShouldNotBeNullOrWhiteSpace();
        }
    }
}
