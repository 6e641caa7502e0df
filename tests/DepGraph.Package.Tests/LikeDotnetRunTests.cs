namespace DepGraph.Package.Tests;

public class LikeDotnetRunTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    /// <summary>Leaves beside the app what it was started with; the second line is the environment.</summary>
    private const string Confesses = """
        using System.Collections;
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => $"{e.Key}={e.Value}").Order(StringComparer.Ordinal);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "seen.txt"),
            $"{Environment.CurrentDirectory} {string.Join('|', args)}\n{string.Join('|', environment)}");
        """;

    private const string Settings = """
        {
          "profiles": {
            "IIS Express": { "commandName": "IISExpress", "environmentVariables": { "GREETING": "wrong" } },
            "App": { "commandName": "Project", "commandLineArgs": "from profile", "environmentVariables": { "GREETING": "grüß dich" } },
            "Other": { "commandName": "Project", "environmentVariables": { "GREETING": "other" } }
          }
        }
        """;

    [SlowFact(Slow.Builds)]
    public void The_app_sees_what_dotnet_run_would_give_it()
    {
        var workspace = Confessing();

        workspace.Build().ShouldSucceed();
        var recorded = Seen(workspace);
        workspace.Run("App", "run", "--no-build").ShouldSucceed();
        var run = Seen(workspace);

        recorded.Start.ShouldBe(run.Start);
        recorded.Start.ShouldEndWith("App from|profile");
        recorded.Environment.ShouldContain("GREETING=grüß dich");
        recorded.Environment.ShouldContain("DEPGRAPH_RECORDING=1");
        recorded.Environment.Except(run.Environment).Where(IsNotOfRecording).ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void Properties_choose_arguments_and_profile_and_working_folder()
    {
        var workspace = Confessing("""<DepGraphArguments>--name "two words" x</DepGraphArguments>""");
        Directory.CreateDirectory(workspace.At("App/data"));

        workspace.Build("App", "-p:DepGraphLaunchProfile=Other", "-p:RunWorkingDirectory=data").ShouldSucceed();

        var seen = Seen(workspace);
        seen.Start.ShouldBe($"{workspace.At("App/data")} --name|two words|x");
        seen.Environment.ShouldContain("GREETING=other");
    }

    [SlowFact(Slow.Builds)]
    public void An_app_without_a_host_of_its_own_is_started_through_dotnet()
    {
        var workspace = new Workspace(packages).App(source: Confesses, properties: "<ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost>");
        workspace.Build("App", "-p:DepGraphArguments=x").ShouldSucceed().WarningCodes.ShouldBeEmpty();
        Seen(workspace).Start.ShouldBe($"{workspace.At("App")} x");
    }

    private Workspace Confessing(string properties = "", [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        new Workspace(packages, name).App(source: Confesses, properties: "<ImplicitUsings>enable</ImplicitUsings>" + properties)
            .Write("App/Properties/launchSettings.json", Settings);

    private static (string Start, string[] Environment) Seen(Workspace workspace)
    {
        var lines = workspace.Read("App/bin/Debug/net10.0/seen.txt").Split('\n');
        return (lines[0], lines[1].Split('|'));
    }

    private static bool IsNotOfRecording(string variable) =>
        !variable.StartsWith("DEPGRAPH_") && !variable.StartsWith("DOTNET_") && !variable.StartsWith("COMPlus_") && !variable.StartsWith("_=");
}
