namespace DepGraph.Package.Tests;

public class LoadingBarTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Source = """
        var sequence = DepGraph.Loading.LoadSequence.ForEntryAssembly();
        System.Console.WriteLine($"problem '{sequence.Problem}' steps {sequence.Steps.Count > 3}");
        sequence.Load(new DepGraph.Loading.TerminalBar());
        DepGraph.Loading.Startup.Ready();
        """;

    [SlowFact(Slow.Builds)]
    public void With_both_packages_the_first_build_gives_the_next_start_a_true_bar()
    {
        var workspace = App();

        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();

        var output = workspace.Run("App", "run", "--no-build").ShouldSucceed().Output;
        output.ShouldContain("problem '' steps True");
        output.ShouldContain("Loading 100 %");
    }

    [SlowFact(Slow.Builds)]
    public void A_published_single_file_finds_its_sequence()
    {
        var workspace = App();

        workspace.Run("App", "publish", "-o", "out", "--use-current-runtime", "--no-self-contained", "-p:PublishSingleFile=true").ShouldSucceed();

        ProgramRun.ToEnd(workspace.At("App/out/App"), []).ShouldSucceed().Output.ShouldContain("problem '' steps True");
    }

    private Workspace App([System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        new Workspace(packages, name).App(source: Source, items: $"""<PackageReference Include="DepGraph.Loading" Version="{packages.Version}" />""");
}
