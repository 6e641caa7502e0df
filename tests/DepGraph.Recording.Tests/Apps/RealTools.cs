using DepGraph.Graph;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests;

public class RealTools
{
    public static TheoryData<string, string> All { get; } = new()
    {
        { "csharpier", "csharpier" },
        { "cake.tool", "dotnet-cake" },
        { "dotnet-ef", "dotnet-ef" },
        { "dotnet-stryker", "dotnet-stryker" },
        { "dotnet-reportgenerator-globaltool", "reportgenerator" },
        { "fantomas", "fantomas" },
        { "swashbuckle.aspnetcore.cli", "swagger" },
        { "roslynator.dotnet.cli", "roslynator" },
        { "dotnet-sonarscanner", "dotnet-sonarscanner" },
        { "dotnet-trace", "dotnet-trace" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task Are_recorded_in_the_order_in_which_the_runtime_writes_down_the_same_run(string package, string program)
    {
        using var trace = new IndependentTrace();

        var graph = await DepGraphCommand.RecordAsync([await Tools.InstallAsync(package, program), "--help"], trace.Environment);

        graph.Run.EventsLost.ShouldBe(0);
        Loads(graph).ShouldBe(trace.Loads().Select(NameAndVersion));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Load_the_same_when_they_are_recorded_as_when_they_are_not(string package, string program)
    {
        var tool = await Tools.InstallAsync(package, program);
        using var trace = new IndependentTrace();

        var graph = await DepGraphCommand.RecordAsync([tool, "--help"]);
        var started = await ProgramRun.ToEndAsync(tool, ["--help"], trace.Environment);

        // Two threads of reportgenerator race: by the runtime's own traces, too, it has an order of one run and another of the next.
        Loads(graph).ShouldBe(trace.Loads(started.Id).Select(NameAndVersion), ignoreOrder: program == "reportgenerator");
    }

    private static IEnumerable<string> Loads(LoadGraph graph) => graph.Nodes.Select(n => $"{n.Name} {n.Version}");

    private static string NameAndVersion(string fullName) =>
        $"{AssemblyNames.Simple(fullName)} {AssemblyNames.Part(fullName, "Version")}";
}
