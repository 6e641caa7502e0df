namespace DepGraph.Package.Tests;

public class FastStartTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string On = "<DepGraphFastStart>true</DepGraphFastStart>";

    [SlowFact(Slow.Builds)]
    public void The_build_puts_a_startup_profile_beside_the_app_and_the_app_starts_with_it()
    {
        var workspace = new Workspace(packages).App(properties: On);

        workspace.Build().ShouldSucceed().Recordings.ShouldBe(1);

        workspace.Has("App/bin/Debug/net10.0/App.startup.prof").ShouldBeTrue();
        workspace.Run("App", "run", "--no-build").ShouldSucceed().Output.ShouldContain("hello");
        workspace.Build().ShouldSucceed().Recordings.ShouldBe(0);
    }

    [SlowFact(Slow.Builds)]
    public void The_profile_is_published_with_the_app_also_beside_a_single_file()
    {
        var workspace = new Workspace(packages).App(properties: On);

        DotNet.Run(workspace.At("App"), "publish", "-bl", "-o", "out", "--use-current-runtime", "--no-self-contained", "-p:PublishSingleFile=true",
            "-p:DebugType=none")
            .ShouldSucceed();

        Directory.GetFiles(workspace.At("App/out")).Select(Path.GetFileName)
            .ShouldBe([OperatingSystem.IsWindows() ? "App.exe" : "App", "App.loadsequence.json", "App.startup.prof"], ignoreOrder: true);
    }

    [SlowFact(Slow.Builds)]
    public void A_web_app_that_is_asked_to_end_leaves_a_profile_too()
    {
        var workspace = new Workspace(packages).App(
            sdk: "Microsoft.NET.Sdk.Web", properties: On, source: "Microsoft.AspNetCore.Builder.WebApplication.Create().Run();");

        workspace.Build().ShouldSucceed();

        workspace.Has("App/bin/Debug/net10.0/App.startup.prof").ShouldBeTrue();
    }

    [SlowTheory(Slow.Builds)]
    [InlineData("",
        "System.Console.WriteLine(System.Linq.Enumerable.Count(new System.Collections.Concurrent.ConcurrentDictionary<string, int> { [\"a\"] = 1 }));")]
    [InlineData(".Web", "Microsoft.AspNetCore.Builder.WebApplication.Create().Run();")]
    public void Switched_on_it_leaves_no_trace_in_the_recording(string sdk, string source)
    {
        var workspace = new Workspace(packages, nameof(Switched_on_it_leaves_no_trace_in_the_recording) + sdk)
            .App(sdk: "Microsoft.NET.Sdk" + sdk, source: source);
        workspace.Build("App", "-t:DepGraphLock").ShouldSucceed();

        var on = workspace.Build("App", "--no-restore", "-p:DepGraphFastStart=true").ShouldSucceed();

        on.Recordings.ShouldBe(1);
        on.WarningCodes.ShouldBeEmpty(on.Output);
    }

    [SlowFact(Slow.Builds)]
    public void Switched_off_again_the_profile_goes()
    {
        var workspace = new Workspace(packages).App(properties: On);
        workspace.Build().ShouldSucceed();

        workspace.Build("App", "-p:DepGraphFastStart=false").ShouldSucceed();

        Directory.GetFiles(workspace.At("App/bin"), "*.prof", SearchOption.AllDirectories).ShouldBeEmpty();
        PlaysProfiles(workspace).ShouldBeFalse();
    }

    [SlowFact(Slow.Builds)]
    public void A_native_executable_gets_no_initializer()
    {
        var workspace = new Workspace(packages).App(properties: On);
        workspace.Run("App", "restore").ShouldSucceed();

        // Only evaluated: compiling natively needs a C compiler's linker, and takes long.
        Sources().ShouldContain("DepGraph.FastStart.cs");
        Sources("-p:PublishAot=true").ShouldNotContain("DepGraph.FastStart.cs");

        string Sources(params string[] arguments) => workspace.Run("App", ["msbuild", "-getItem:Compile", .. arguments]).ShouldSucceed().Output;
    }

    [SlowFact(Slow.Builds)]
    public void The_added_source_compiles_without_warnings_under_the_strictest_settings()
    {
        var workspace = new Workspace(packages).App(properties: On + """
            <ImplicitUsings>disable</ImplicitUsings>
            <Nullable>disable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisMode>All</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
            <NoWarn>CA1852;CA1515;CA1303</NoWarn>
            """);

        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();
    }

    // The name of the profile is a string of the initializer; strings lie in an assembly as UTF-16.
    private static bool PlaysProfiles(Workspace workspace) =>
        File.ReadAllBytes(workspace.At("App/bin/Debug/net10.0/App.dll")).AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes(".startup.prof")) >= 0;
}
