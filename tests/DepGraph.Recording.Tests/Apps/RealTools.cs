using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests;

public class RealTools
{
    public static TheoryData<string, string, string> Small { get; } = new() { { "dotnet-ef", "11.0.0", "dotnet-ef" } };

    public static TheoryData<string, string, string> Large { get; } = new()
    {
        { "csharpier", "1.3.0", "csharpier" },
        { "cake.tool", "7.0.0", "dotnet-cake" },
        { "dotnet-stryker", "5.1.0", "dotnet-stryker" },
        { "dotnet-reportgenerator-globaltool", "5.6.0", "reportgenerator" },
        { "fantomas", "8.1.1", "fantomas" },
        { "swashbuckle.aspnetcore.cli", "11.0.1", "swagger" },
        { "roslynator.dotnet.cli", "1.0.1", "roslynator" },
        { "dotnet-sonarscanner", "12.1.0", "dotnet-sonarscanner" },
        { "dotnet-trace", "10.0.750501", "dotnet-trace" },
    };

    [SkippableTheory]
    [MemberData(nameof(Small))]
    public Task That_are_small_are_recorded_in_the_order_in_which_the_runtime_writes_down_the_same_run(string package, string version, string program) =>
        ShouldHaveOneOrderAsync(package, version, program);

    [SlowTheory(Slow.RealTools)]
    [MemberData(nameof(Large))]
    public Task Are_recorded_in_the_order_in_which_the_runtime_writes_down_the_same_run(string package, string version, string program) =>
        ShouldHaveOneOrderAsync(package, version, program);

    [SkippableTheory]
    [MemberData(nameof(Small))]
    public Task That_are_small_load_the_same_when_they_are_recorded_as_when_they_are_not(string package, string version, string program) =>
        ShouldLoadTheSameAsync(package, version, program);

    [SlowTheory(Slow.RealTools)]
    [MemberData(nameof(Large))]
    public Task Load_the_same_when_they_are_recorded_as_when_they_are_not(string package, string version, string program) =>
        ShouldLoadTheSameAsync(package, version, program);

    private static async Task ShouldHaveOneOrderAsync(string package, string version, string program)
    {
        using var trace = new IndependentTrace();

        var graph = await DepGraphCommand.RecordAsync([await Tools.InstallAsync(package, version, program), "--help"], trace.Environment);

        graph.Run.EventsLost.ShouldBe(0);
        // Each trace has its own time for an event: where two threads of reportgenerator load at the same moment, the two may say it the other way round.
        Loads(graph).ShouldBe(trace.Loads().Select(NameAndVersion), ignoreOrder: program == "reportgenerator");
    }

    private static async Task ShouldLoadTheSameAsync(string package, string version, string program)
    {
        var tool = await Tools.InstallAsync(package, version, program);
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
