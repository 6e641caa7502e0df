using DepGraph.Graph;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class NativeLibraries
{
    [LinuxFact]
    public async Task Are_those_the_linker_initializes_in_a_start_without_us_with_who_asked()
    {
        var app = await TestApps.DllAsync("Hello");
        using var folder = new TemporaryFolder();
        var alone = await ProgramRun.ToEndAsync("dotnet", [app], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["ld"]));
        var initialized = (await File.ReadAllLinesAsync(folder[$"ld.{alone.Id}"])).Where(line => line.Contains("calling init: ", StringComparison.Ordinal))
            .Select(line => Path.GetFileName(line)).Where(name => !name.StartsWith("ld-linux", StringComparison.Ordinal)).ToList();

        var graph = await StartupRun.RecordAsync(new RunOptions { Command = ["dotnet", app], WithNatives = true }, CancellationToken.None);

        var natives = graph.Natives.ToDictionary(native => native.Name);
        natives.Keys.Order(StringComparer.Ordinal).ShouldBe(initialized.Order(StringComparer.Ordinal));
        natives["libhostpolicy.so"].Requester.ShouldBe("libhostfxr.so");
        natives["libcoreclr.so"].Requester.ShouldBe("libhostpolicy.so");
        natives["libSystem.Native.so"].DeclaredBy.Select(node => graph.Nodes[node].Name).ShouldContain("System.Private.CoreLib");
    }

    [Fact]
    public async Task Change_nothing_of_the_rest_and_are_not_there_unless_they_are_asked_for()
    {
        var plain = await Recorded.OnceAsync("Hello");
        var app = await TestApps.DllAsync("Hello");
        var graph = await StartupRun.RecordAsync(new RunOptions { Command = ["dotnet", app], WithNatives = true }, CancellationToken.None);

        plain.Natives.ShouldBeEmpty();
        graph.Nodes.Select(node => node.Id).ShouldBe(plain.Nodes.Select(node => node.Id));
        graph.Edges.Select(edge => (edge.From, edge.To, edge.Evidence)).ShouldBe(plain.Edges.Select(edge => (edge.From, edge.To, edge.Evidence)));
    }
}
