using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class PluginHosts
{
    [Theory]
    [InlineData("LoadFrom", "Plugin", "LoadFromAssemblyPath")] // the frame of LoadFrom itself is gone: a tail call
    [InlineData("LoadFile", "Plugin@Assembly.LoadFile(Plugin.dll)", "Assembly.LoadFile")]
    [InlineData("LoadFromAssemblyPath", "Plugin", "LoadFromAssemblyPath")]
    [InlineData("OwnContext", "Plugin@Plugins", "LoadFromAssemblyPath")]
    [InlineData("LoadFromStream", "Plugin", "LoadFromStream")]
    [InlineData("Bytes", "Plugin@Assembly.Load(byte[], ...)", "InternalLoad")]
    [InlineData("Resolving", "Plugin", "Assembly.Load")]
    public async Task Need_the_plugin_however_they_load_it(string way, string plugin, string call)
    {
        var graph = await Recorded.AppAsync("PluginHost", way, await TestApps.DllAsync("Plugin"));

        graph.Run.ExitCode.ShouldBe(0);
        var edge = graph.Edge("PluginHost", plugin).ShouldNotBeNull();
        edge.Evidence.ShouldBe(Evidence.Load);
        edge.Cause.ShouldContain($"PluginHost!Program.<Main>$ (Program.cs:{TestApps.LineOf("PluginHost", $"\"{way}\" =>")})");
        edge.Cause.ShouldContain(frame => frame.EndsWith(call, StringComparison.Ordinal));
        graph.Cycles().ShouldHaveSingleItem().ShouldBe(["PluginHost", plugin]);
    }

    [Fact]
    public async Task Give_what_a_context_of_their_own_takes_from_the_default_one_to_the_default_one()
    {
        var graph = await Recorded.AppAsync("PluginHost", "OwnContext", await TestApps.DllAsync("Plugin"));

        graph.Edge("Plugin@Plugins", "System.Xml.ReaderWriter").ShouldNotBeNull().Evidence.ShouldBe(Evidence.Load);
        graph.Node("System.Xml.ReaderWriter").Context.ShouldBeNull();
    }

    [Fact]
    public async Task Are_told_of_a_plugin_from_a_foreign_folder()
    {
        var graph = await Recorded.AppAsync("PluginHost", "LoadFrom", await TestApps.DllAsync("Plugin"));

        graph.Node("Plugin").Origin.ShouldBe(Origin.Elsewhere);
        graph.Run.Findings.ShouldHaveSingleItem().Code.ShouldBe(Codes.AssemblyFromElsewhere);
    }

    [Theory]
    [InlineData("LoadFromStream")]
    [InlineData("Bytes")]
    public async Task Are_told_when_the_references_of_a_plugin_from_memory_cannot_be_known(string way)
    {
        var graph = await Recorded.AppAsync("PluginHost", way, await TestApps.DllAsync("BarePlugin"));

        var plugin = graph.Nodes.Single(n => n.Name == "BarePlugin");
        graph.Edge("PluginHost", plugin.Id).ShouldNotBeNull().Evidence.ShouldBe(Evidence.Load);
        graph.Edges.ShouldNotContain(e => e.From == plugin.Order && e.Evidence == Evidence.Reference);
        graph.Run.Findings.ShouldHaveSingleItem().Code.ShouldBe(Codes.ReferencesUnknown);
    }
}
