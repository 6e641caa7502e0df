using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class LoadContexts
{
    [Fact]
    public async Task Each_hold_an_assembly_of_the_same_name_as_a_node_of_its_own()
    {
        var graph = await Recorded.AppAsync("Contexts", await TestApps.DllAsync("Plugin"));

        foreach (var plugin in new[] { "Plugin", "Plugin@Left", "Plugin@Right", "Plugin@Right#2", "Plugin@Passing" })
            graph.Edge("Contexts", plugin).ShouldNotBeNull().Evidence.ShouldBe(Evidence.Load);
    }

    [Fact]
    public async Task Hold_emitted_assemblies_too()
    {
        var graph = await Recorded.AppAsync("Contexts", await TestApps.DllAsync("Plugin"));

        foreach (var emitted in new[] { "Emitted", "Anonymously Hosted DynamicMethods Assembly" })
        {
            graph.Node(emitted).Origin.ShouldBe(Origin.Memory);
            graph.Node(emitted).LoadsByName.ShouldBeFalse();
            graph.Edge("Contexts", emitted)
                .ShouldNotBeNull().Cause.ShouldContain(frame => frame.StartsWith("Contexts!Program.<Main>$ (Program.cs:", StringComparison.Ordinal));
        }
    }
}
