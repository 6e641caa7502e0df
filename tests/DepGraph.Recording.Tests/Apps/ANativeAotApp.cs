using DepGraph.Recording.Tests.Failures;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

/// <summary>An app that NativeAOT compiled, once with a runtime that connects and once with one that does not.</summary>
public class ANativeAotApp
{
    private static string Linker => Programs.OnPath("clang") is null ? "gcc" : "clang";

    [SlowFact("compiles an app with NativeAOT, half a minute; needs clang or gcc")]
    public async Task Is_one_warning_and_no_graph_whether_its_runtime_connects_or_not()
    {
        // .NET 9: the compiler for .NET 10 comes in one more package, which not every source has.
        var folder = await TestApps.PublishAsync(
            "Hello", "native", "-c", "Release", "-p:AppFramework=net9.0", "-p:PublishAot=true", "-p:EventSourceSupport=true",
            $"-p:CppCompilerAndLinker={Linker}");
        var app = Path.Combine(folder, OperatingSystem.IsWindows() ? "Hello.exe" : "Hello");

        foreach (var options in new string[][] { [], ["-e", "DOTNET_EnableDiagnostics=0"] })
        {
            using var record = new RecordProcess();
            record.Options.AddRange(options);
            var result = await record.RecordCommandAsync(app);

            result.Diagnostics.ShouldHaveSingleItem(result.Text).ShouldContain($"warning {Codes.NoAssemblyLoads}: Hello tells of no assembly loads: ");
            result.Left.ShouldBe(Left.EmptyGraph, result.Text);
            result.ExitCode.ShouldBe(3, result.Text);
            result.Log.ShouldContain("Hello");
        }
    }
}
