using DepGraph.Recording.Model;

namespace DepGraph.Tests.Recording.Model;

/// <seealso cref="AssemblyNames"/>
public class TheNamesOfContexts
{
    [Theory]
    [InlineData("\"Plugins\" MyApp.PluginContext #3", "Plugins")]
    [InlineData("\"\" MyApp.PluginContext #3", "MyApp.PluginContext")]
    [InlineData("\"Assembly.LoadFile(/home/me/app/Plugin.dll)\" System.Runtime.Loader.IndividualAssemblyLoadContext #1", "Assembly.LoadFile(Plugin.dll)")]
    [InlineData("\"C:\\plugins\\One.dll\" Host.Context #2", "One.dll")]
    [InlineData("\"/opt/plugins/One.dll\" Host.Context #2", "One.dll")]
    [InlineData("\"team/plugins\" Host.Context #2", "team/plugins")]
    [InlineData("\"Said \"so\"\" Host.Context #2", "Said \"so\"")]
    public void Come_without_their_running_number_and_without_folders(string reported, string name) =>
        AssemblyNames.ContextName(AssemblyNames.Context(reported)).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("Default")]
    public void Are_none_for_the_default_context(string reported) => AssemblyNames.Context(reported).ShouldBeNull();
}
