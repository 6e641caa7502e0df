using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;
using DepGraph.Reports.Json;
using DepGraph.Review;

namespace DepGraph.Recording.Tests;

/// <summary>Real recordings before and after a change, compared with the lock file of the first.</summary>
public class ChangesOfAStartup
{
    private static readonly Lazy<Task<LoadGraph>> Before = new(() => StartAsync());
    private static readonly Lazy<Task<LoadGraph>> WithPackage = new(() => StartAsync("package"));

    [Fact]
    public async Task An_unchanged_startup_says_nothing()
    {
        var before = LockFile.Of(await Before.Value);
        var again = await StartAsync();
        Check.Findings(again, before, Budgets.None).ShouldBeEmpty();
        LockFileJson.Write(LockFile.Of(again)).ShouldBe(LockFileJson.Write(before));
    }

    [Fact]
    public async Task A_package_gained_is_one_code_that_names_what_it_brings_and_who_loads_it()
    {
        var (before, after) = (await Before.Value, await WithPackage.Value);
        var finding = Check.Findings(after, LockFile.Of(before), Budgets.None).ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.NewStartupAssembly);
        finding.Message.ShouldContain("Spectre.Console");
        finding.Message.ShouldContain("System.Text.RegularExpressions");
        finding.Message.ShouldContain("loaded while compiling Reviewed!Reviewed.Program.UsePackage (Program.cs:");
        var line = finding.Source.ShouldNotBeNull();
        (await File.ReadAllLinesAsync(line.File))[line.Line - 1].ShouldContain("void UsePackage() => Spectre.Console");

        var diff = Comparison.Between(Snapshot.Of(before), Snapshot.Of(after));
        diff.AllAdded.Count().ShouldBe(after.Nodes.Count - before.Nodes.Count);
    }

    [Fact]
    public async Task What_startup_loads_less_without_the_package_lies_in_what_it_retains()
    {
        var (without, with) = (await Before.Value, await WithPackage.Value);
        var package = with.Nodes.Single(node => node.Id == "Spectre.Console").Order;
        var retained = RetainedCost.Of(with).OfNode(package);
        (with.Nodes.Count - without.Nodes.Count).ShouldBeInRange(retained.AtLeast.Count, retained.AtMost.Count);
        retained.AtLeast.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_cycle_gained_by_reflection_names_its_members_and_the_frames_that_close_it()
    {
        var (before, after) = (await Before.Value, await StartAsync("cycle"));
        var finding = Check.Findings(after, LockFile.Of(before), Budgets.None).ShouldHaveSingleItem();
        finding.Code.ShouldBe(Codes.NewCycle);
        finding.Message.ShouldContain("Reviewed, Reviewed.First");
        finding.Message.ShouldContain("Reviewed.First!Reviewed.First.Greeting.Say");
    }

    [Fact]
    public async Task Another_order_alone_is_its_own_code()
    {
        var (before, after) = (await Before.Value, await StartAsync("order"));
        Check.Findings(after, LockFile.Of(before), Budgets.None).ShouldHaveSingleItem().Code.ShouldBe(Codes.LoadOrderChanged);
    }

    private static Task<LoadGraph> StartAsync(string change = "none") => Recorded.AppAsync("Reviewed", change);
}
