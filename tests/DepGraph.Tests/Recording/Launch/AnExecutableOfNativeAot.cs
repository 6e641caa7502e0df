using System.Text;
using DepGraph.Graph;
using DepGraph.Recording;
using DepGraph.Recording.Launch;

namespace DepGraph.Tests.Recording.Launch;

/// <seealso cref="NativeAotApp"/>
public sealed class AnExecutableOfNativeAot : IDisposable
{
    private const string OfNativeAot = "DotNetRuntimeDebugHeader";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 20) - 7)] // across two of the pieces that are read
    [InlineData((3 << 20) - 24)]
    public void Is_told_by_the_name_its_runtime_exports_wherever_that_stands(int at) => NativeAotApp.Is(Executable((at, OfNativeAot))).ShouldBeTrue();

    [Fact]
    public void Is_no_single_file_app_whose_runtime_knows_both_names() =>
        NativeAotApp.Is(Executable((40, OfNativeAot), (2 << 20, "DotNetRuntimeInfo"))).ShouldBeFalse();

    [Fact]
    public void Is_no_assembly_no_host_and_no_file_that_is_not_there()
    {
        NativeAotApp.Is(typeof(Codes).Assembly.Location).ShouldBeFalse();
        NativeAotApp.Is(Environment.ProcessPath!).ShouldBeFalse();
        NativeAotApp.Is(_folder["nothing"]).ShouldBeFalse();
        NativeAotApp.Is("").ShouldBeFalse();
    }

    [Theory]
    [InlineData(RunOutcome.Exited)]
    [InlineData(RunOutcome.NotStarted)] // an exit code other than 0
    [InlineData(RunOutcome.Stalled)]
    public void Has_its_own_code_however_it_ends(RunOutcome outcome)
    {
        var failure = new Failure("no .NET runtime connected", [], null, []);
        string[] Told(string command) =>
            FailureFindings.Of(new RunOptions { Command = [command] }, outcome, failure, null).Select(finding => finding.Code).ToArray();

        Told(Executable((100, OfNativeAot))).ShouldBe([Codes.NoAssemblyLoads]);
        Told(Executable()).ShouldNotContain(Codes.NoAssemblyLoads);
    }

    private string Executable(params (int At, string Name)[] names)
    {
        var bytes = new byte[3 << 20];
        foreach (var (at, name) in names)
            Encoding.ASCII.GetBytes(name).CopyTo(bytes, at);
        File.WriteAllBytes(_folder["App"], bytes);
        return _folder["App"];
    }
}
