using DepGraph.Graph;
using DepGraph.Recording.Model;
using DepGraph.Recording.Tracing;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="RuntimeVersion"/>
public class TheRuntimeOfAnApp
{
    private static readonly byte[] Net8 = new EventBytes().Int16(0).Int16(2).Int16(8).Int16(0).Int16(31).Int16(0).Text("/app/libcoreclr.so").ToArray();

    [Fact]
    public void Is_what_the_runtime_says_of_itself() => Translated(new TraceStream()
        .Metadata(1, RuntimeEvents.Runtime, RuntimeEvents.RuntimeInformation, "").Events((1, 0, Net8)).End()).ShouldBe(".NET 8.0.31");

    [Fact]
    public void Is_not_known_where_it_did_not_say() => Translated(new TraceStream().End()).ShouldBeNull();

    [Theory]
    [InlineData("/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12/System.Private.CoreLib.dll", ".NET 10.0.12")]
    [InlineData("/deploy/2026-11-21/System.Private.CoreLib.dll", ".NET 10.0.12")] // a self-contained app's own folder
    [InlineData("", ".NET 10.0.12")] // a single file
    [InlineData(null, ".NET 10.0.12")]
    [InlineData("/usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.12-rc.1.25451/System.Private.CoreLib.dll", ".NET 10.0.12-rc.1.25451")]
    public void Has_the_label_of_a_preview_from_the_folder_it_is_installed_in(string? coreLibrary, string name) =>
        RuntimeVersion.Name("10.0.12", coreLibrary).ShouldBe(name);

    private static string? Translated(byte[] stream)
    {
        var trace = new StartupTrace();
        var reader = new NettraceReader(new MemoryStream(stream), trace.Handle);
        reader.Read();
        return new TraceTranslation(trace, reader, idle: [], endsAtReady: true, endsAtLastLoad: false)
            .Translate("App", new RunFacts { Outcome = RunOutcome.Ready }).Runtime;
    }
}
