using static DepGraph.Package.Tests.EditorFindings;

namespace DepGraph.Package.Tests;

/// <summary>What lines cost at startup, from a recording to the compiler that an editor asks.</summary>
public class EditorTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Source = """
        // The first line that uses the serializer pays for it.
        var text = System.Text.Json.JsonSerializer.Serialize(new[] { 1, 2, 3 });
        System.Console.Error.WriteLine(text);
        """;

    private const string Causes = "App/bin/Debug/net10.0/depgraph/App.causes.txt";

    [Fact]
    public void A_build_after_one_that_recorded_compiles_nothing_and_the_compiler_knows_what_lines_cost()
    {
        var workspace = Recorded();
        workspace.Read(Causes).ShouldContain("App/Program.cs\t2\t");

        var next = workspace.Build("App", "--no-restore").ShouldSucceed();
        next.Tasks("Csc").ShouldBeEmpty("the file of causes is an input of the compiler, and makes nothing out of date");
        next.Recordings.ShouldBe(0);

        var (_, _, level, message) = Found(workspace).Single(found => found.Line == 2);
        level.ShouldBe("note");
        message.ShouldMatch(@"^startup: .*System\.Text\.Json.* here, [\d.]+ ms$");
    }

    [SlowFact(Slow.Builds)]
    public void A_build_on_a_command_line_does_not_run_the_rule()
    {
        // The compiler refuses a file that is not there when somebody asks for its text, and nobody but the rule does.
        var workspace = new Workspace(packages).App(source: Source, items: """<AdditionalFiles Include="gone.causes.txt" />""");

        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();

        Compiled(workspace, "App").ShouldFail().Output.ShouldContain("CS2001");
    }

    [SlowFact(Slow.Builds)]
    public void A_rebuild_forgets_the_figures_and_finds_them_again()
    {
        var workspace = Recorded();
        workspace.Build("App", "--no-restore", "--no-incremental", "-p:ErrorLog=rebuilt.sarif").ShouldSucceed().WarningCodes.ShouldBeEmpty();
        workspace.Has(Causes).ShouldBeTrue();
    }

    [SlowFact(Slow.Builds)]
    public void An_editor_gets_the_file_when_it_asks_how_to_compile()
    {
        var workspace = Recorded();
        workspace.Run("App", "msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:NonExistentFile=none", "-getItem:CscCommandLineArgs").ShouldSucceed().Output.ShouldContain("App.causes.txt");
    }

    [SlowFact(Slow.Builds)]
    public void Each_configuration_and_target_framework_has_figures_of_its_own()
    {
        var workspace = new Workspace(packages).App(source: Source, framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        workspace.Build("App", "-p:RollForward=Major").ShouldSucceed();
        workspace.Build("App", "-p:RollForward=Major", "-c", "Release").ShouldSucceed();
        foreach (var folder in new[] { "Debug/net8.0", "Debug/net10.0", "Release/net8.0", "Release/net10.0" })
            workspace.Read($"App/bin/{folder}/depgraph/App.causes.txt").ShouldContain("App/Program.cs\t2\t", customMessage: folder);
        workspace.Build("App", "--no-restore", "-p:RollForward=Major").ShouldSucceed().Tasks("Csc").ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void A_damaged_file_costs_the_figures_and_is_said_once_without_a_warning()
    {
        var workspace = new Workspace(packages).App(source: Source);
        workspace.Build().ShouldSucceed();
        File.WriteAllText(workspace.At(Causes), "depgraph causes 1\nApp\tProgr");

        Found(workspace).ShouldBe([new("", 0, "note", "startup: App.causes.txt is damaged in line 2: build to record again")]);
    }

    [SlowFact(Slow.Builds)]
    public void Without_symbols_nothing_is_told()
    {
        var workspace = new Workspace(packages).App(source: Source, properties: "<DebugType>none</DebugType>");
        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();

        workspace.Read(Causes).ShouldBe("depgraph causes 1\n");
        Found(workspace).ShouldBeEmpty();
    }

    [SlowFact(Slow.Builds)]
    public void A_library_shows_what_its_lines_cost_in_the_app_it_names()
    {
        var workspace = new Workspace(packages)
            .App("Library", """
                public static class Text
                {
                    public static string Of(int[] all) =>
                        System.Text.Json.JsonSerializer.Serialize(all);
                }
                """,
                properties: "<DepGraphCausesFile>../App/bin/$(Configuration)/$(TargetFramework)/depgraph/App.causes.txt</DepGraphCausesFile>",
                output: "Library")
            .App(source: "System.Console.Error.WriteLine(Text.Of([1]));", items: """<ProjectReference Include="../Library/Library.csproj" />""");
        workspace.Build().ShouldSucceed();
        workspace.Build("App", "--no-restore").ShouldSucceed().Tasks("Csc").ShouldBeEmpty();

        var (file, line, level, message) = Found(workspace, "Library").ShouldHaveSingleItem();
        (file, line, level).ShouldBe(("Library/Program.cs", 4, "note"));
        message.ShouldContain("System.Text.Json");
    }

    [SlowFact(Slow.Builds)]
    public void Two_projects_of_one_file_have_figures_each_of_its_own_app()
    {
        var workspace = new Workspace(packages).App(source: Source).Write("Other/unused.txt", "")
            .App("Other", source: "", items: """<Compile Include="../App/Program.cs" Link="Program.cs" /><Compile Remove="Program.cs" />""");
        workspace.Build().ShouldSucceed();
        workspace.Build("Other").ShouldSucceed();

        workspace.Read("Other/bin/Debug/net10.0/depgraph/Other.causes.txt").ShouldContain("Other\tApp/Program.cs\t2\t");
        Found(workspace, "Other").ShouldContain(found => found.Line == 2);
        Found(workspace).ShouldContain(found => found.Line == 2);
    }

    [SlowFact(Slow.Builds)]
    public void An_app_in_another_language_is_none_the_worse()
    {
        var workspace = new Workspace(packages).Write("App/Program.fs", "printfn \"hello\"").Write("App/App.fsproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.fs" />
                <PackageReference Include="DepGraph" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        workspace.Build().ShouldSucceed().WarningCodes.ShouldBeEmpty();

        var next = workspace.Build("App", "--no-restore").ShouldSucceed();
        next.Tasks("Fsc").ShouldBeEmpty();
        next.WarningCodes.ShouldBeEmpty();
    }

    private Workspace Recorded()
    {
        var workspace = new Workspace(packages, nameof(EditorTests)).App(source: Source);
        workspace.Build().ShouldSucceed();
        return workspace;
    }
}
