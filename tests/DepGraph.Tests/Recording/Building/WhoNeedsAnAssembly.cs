using DepGraph.Graph;
using DepGraph.Recording.Building;
using DepGraph.Recording.Model;
using DepGraph.Tests.Support;
using static DepGraph.Tests.Support.Recordings;

namespace DepGraph.Tests.Recording.Building;

/// <seealso cref="RecordedGraph"/>
public class WhoNeedsAnAssembly
{
    private static readonly Frame InCoreLib = Frame(CoreLib, "System.Private.CoreLib!Assembly.LoadFrom");
    private static readonly Frame InApp = Frame(App, "App!Program.Main");

    [Fact]
    public void Is_who_asked_for_it() =>
        Edges(Of([Load("A", bind: 0)], [Bind("A", "App")])).ShouldBe(["App -> A Load"]);

    [Fact]
    public void Is_whose_code_called_where_the_core_library_asked() =>
        Edges(Of([Load("Plugin", bind: 0)], [Bind("Plugin", "System.Private.CoreLib", stack: [InCoreLib, InApp])])).ShouldBe(["App -> Plugin Load"]);

    [Fact]
    public void Is_who_asked_first_where_a_handler_answers()
    {
        var asked = Bind("Plugin", "App");
        var handler = Bind("Plugin", "System.Private.CoreLib", outer: 0, stack: [InCoreLib, Frame(2, "Handler!OnResolve")]);

        Edges(Of([Load("Handler"), Load("Plugin", bind: 0)], [asked, handler])).ShouldBe(["App -> Plugin Load"]);
    }

    [Fact]
    public void Is_who_asked_first_where_no_frame_tells() =>
        Edges(Of([Load("A", bind: 0), Load("B", bind: 1)], [Bind("A", "App"), Bind("B", "System.Private.CoreLib", outer: 0, stack: [InCoreLib])]))
            .ShouldBe(["App -> A Load", "App -> B Load"]);

    [Fact]
    public void Is_whose_code_emitted_it() =>
        Edges(Of([Load("Emitted", stack: [InCoreLib, InApp])])).ShouldBe(["App -> Emitted Load"]);

    [Fact]
    public void Is_whose_code_was_being_compiled_where_no_frame_tells() =>
        Edges(Of([Load("A", bind: 0)],
            [Bind("A", "System.Private.CoreLib", stack: [InCoreLib, new Frame(App, "while compiling App!Program.Main", IsCompiling: true)])]))
            .ShouldBe(["App -> A Load"]);

    [Fact]
    public void Is_left_open_where_nothing_tells() =>
        Edges(Of([Load("A", bind: 0)], [Bind("A", "System.Private.CoreLib", stack: [InCoreLib])])).ShouldBeEmpty();

    [Fact]
    public void Is_everyone_who_asked_each_with_the_strongest_evidence() =>
        Edges(Of([Load("A", bind: 0), Load("B", bind: 1)], [Bind("A", "App"), Bind("B", "App"), Bind("A", "B"), Bind("B", "App")]))
            .ShouldBe(["App -> A Load", "App -> B Load", "B -> A Bind"]);

    [Fact]
    public void Is_told_in_the_startup_threads_order_first_however_others_interleave() =>
        Edges(Of(
            [Load("A", bind: 0, isOnStartupThread: false), Load("B", bind: 1)],
            [Bind("A", "App", start: 1, isOnStartupThread: false), Bind("B", "App", start: 2)]))
            .ShouldBe(["App -> B Load", "App -> A Load"]);

    [Fact]
    public void Is_not_who_asks_only_because_of_the_recording()
    {
        var manifest = Frame(CoreLib, "System.Private.CoreLib!System.Diagnostics.Tracing.EventSource.CreateManifestAndDescriptors");

        Edges(Of([Load("A", bind: 0)], [Bind("A", "App"), Bind("App", "A", stack: [manifest, InApp])])).ShouldBe(["App -> A Load"]);
    }

    [Fact]
    public void Is_not_a_framework_that_looks_up_by_name_what_is_there_already()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var mvc = Load("System.Linq", bind: 0) with { Path = Path.Combine(framework, "System.Linq.dll") };

        Edges(Of([mvc, Load("Part", bind: 1), Load("Plugin", bind: 2)],
            [Bind("System.Linq", "App"), Bind("Part", "App"), Bind("Plugin", "System.Linq"), Bind("Part", "System.Linq")]))
            .Where(edge => !edge.EndsWith(" Reference", StringComparison.Ordinal))
            .ShouldBe(["App -> System.Linq Load", "App -> Part Load", "System.Linq -> Plugin Load", "System.Linq -> Part Lookup"]);
    }

    [Theory]
    [InlineData("Nobody", "package", Evidence.Lookup)] // Shouldly's metadata does not know it
    [InlineData("System.Linq", "package", Evidence.Bind)] // which Shouldly refers to, as a plugin does to its host
    [InlineData("Nobody", "project", Evidence.Bind)] // a library of the app's own that reaches into it by reflection
    public void Is_not_a_package_that_looks_the_app_up_by_name_without_knowing_it(string app, string type, Evidence evidence)
    {
        using var folder = new TemporaryFolder();
        File.Copy(typeof(ShouldBeTestExtensions).Assembly.Location, folder["Shouldly.dll"]);
        File.WriteAllText(folder[$"{app}.deps.json"],
            """{ "targets": { "net10.0": { "Shouldly/4.2.1": { "runtime": { "lib/net10.0/Shouldly.dll": {} } } } }, """ +
            $$"""  "libraries": { "Shouldly/4.2.1": { "type": "{{type}}" } } }""");
        var recording = Of([Load("Shouldly", bind: 0) with { Path = folder["Shouldly.dll"] }], [Bind("Shouldly", app), Bind(app, "Shouldly")]);

        var graph =
            RecordedGraph.From(recording with
            {
                App = app,
                AppFolder = Path.GetDirectoryName(folder["Shouldly.dll"]),
                Loads = [recording.Loads[0], Load(app), recording.Loads[2]]
            });

        graph.Edges.Single(e => graph.Nodes[e.From].Id == "Shouldly" && graph.Nodes[e.To].Id == app).Evidence.ShouldBe(evidence);
    }

    [Fact]
    public void Is_not_asked_of_a_request_in_vain()
    {
        var graph =
            RecordedGraph.From(Of([],
            [Bind("App.resources, Culture=fr", "App", fails: true, stack: [InApp]), Bind("App.resources, Culture=fr", "App", fails: true)]));

        graph.Edges.ShouldBeEmpty();
        var failed = graph.FailedBinds.ShouldHaveSingleItem();
        (failed.Name, failed.Requester).ShouldBe(("App.resources/fr", App));
        failed.Cause.ShouldBe([InApp.Text]);
    }

    [Fact]
    public void Is_asked_in_each_context_apart()
    {
        var graph = RecordedGraph.From(Of(
            [Load("P", bind: 0), Load("P", bind: 1, context: "\"Two\" T #1"), Load("P", bind: 2, context: "\"Two\" T #2")],
            [Bind("P", "App"), Bind("P", "App", context: "\"Two\" T #1"), Bind("P", "App", context: "\"Two\" T #2")]));

        graph.Nodes.Select(n => n.Id).ShouldBe(["System.Private.CoreLib", "App", "P", "P@Two", "P@Two#2"]);
        graph.Edges.Count.ShouldBe(3);
    }

    private static IEnumerable<string> Edges(StartupEvents recording)
    {
        var graph = RecordedGraph.From(recording);
        return graph.Edges.Select(e => $"{graph.Nodes[e.From].Id} -> {graph.Nodes[e.To].Id} {e.Evidence}");
    }
}
