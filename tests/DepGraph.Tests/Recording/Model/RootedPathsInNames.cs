using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Model;

/// <seealso cref="RootedPaths"/>
public class RootedPathsInNames
{
    [Theory]
    [InlineData("MSBuild plugin /usr/share/dotnet/sdk/10.0.401/NuGet.Build.Tasks.dll", "MSBuild plugin NuGet.Build.Tasks.dll")]
    [InlineData("Plugin of /home/jo smith/My App (x86)/plug ins/One.dll", "Plugin of One.dll")]
    [InlineData(@"MSBuild plugin C:\Program Files\dotnet\sdk\10.0.401\NuGet.Build.Tasks.dll", "MSBuild plugin NuGet.Build.Tasks.dll")]
    [InlineData("d:/plugins/One.dll", "One.dll")]
    [InlineData(@"C:\\escaped\\by the runtime\\One.dll", "One.dll")]
    [InlineData(@"from \\server\team share\One.dll", "from One.dll")]
    [InlineData(@"from \\?\C:\very\long\One.dll", "from One.dll")]
    [InlineData("/a b/One.dll and /c d/Two.dll", "One.dll and Two.dll")]
    [InlineData("/a/One.dll;/b/Two.dll:/c/Three.dll|/d/Four.dll", "One.dll;Two.dll:Three.dll|Four.dll")]
    [InlineData(@"C:\a\One.dll;D:\b\Two.dll", "One.dll;Two.dll")]
    [InlineData("Load('/o'brien/One.dll') + (\"/b,c/Two.dll\")", "Load('One.dll') + (\"Two.dll\")")]
    [InlineData("path=/a/One.dll", "path=One.dll")]
    [InlineData("file:///home/me/One.dll", "One.dll")]
    [InlineData("at file:///C:/plug%20ins/One.dll!", "at One.dll!")]
    [InlineData("plugins of /opt/plugins/", "plugins of plugins")]
    [InlineData("/One.dll", "One.dll")]
    public void Become_the_names_of_their_files(string name, string without) => RootedPaths.ToFileNames(name).ShouldBe(without);

    [Theory]
    [InlineData("team/plugins")]
    [InlineData("./plugins/One.dll and ../One.dll")]
    [InlineData("https://example.org/plugins/One.dll")]
    [InlineData("1 / 2")]
    [InlineData("/")]
    [InlineData("AspNetCore.Views_Home_Index")]
    public void Are_not_seen_where_there_are_none(string name) => RootedPaths.ToFileNames(name).ShouldBe(name);

    [Fact]
    public void Get_into_no_part_of_a_graph()
    {
        var graph = RecordedGraph.From(Of(
            [Load("/home/me/app/Emitted", bind: 0), Load("P", bind: 1, context: "\"MSBuild plugin /home/me/app/P.dll\" T #1")],
            [Bind("/home/me/app/Emitted", "App"), Bind("P", "App", context: "\"MSBuild plugin /home/me/app/P.dll\" T #1"),
                Bind("/home/me/app/Missing", "App", fails: true)]));

        graph.Nodes.Select(n => n.Id).ShouldBe(["System.Private.CoreLib", "App", "Emitted", "P@MSBuild plugin P.dll"]);
        graph.FailedBinds.ShouldHaveSingleItem().Name.ShouldBe("Missing");
    }
}
