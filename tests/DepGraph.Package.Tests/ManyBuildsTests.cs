namespace DepGraph.Package.Tests;

public class ManyBuildsTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [SlowFact(Slow.Builds)]
    public void A_multi_targeted_app_is_recorded_once_per_target_framework()
    {
        var workspace = new Workspace(packages).App(
            framework: "<TargetFrameworks>net8.0;net10.0</TargetFrameworks><RollForward>Major</RollForward>");

        workspace.Build().ShouldSucceed().Recordings.ShouldBe(2);

        workspace.Has("App/bin/Debug/net8.0/depgraph/App.graph.dot").ShouldBeTrue();
        workspace.Has("App/bin/Debug/net10.0/depgraph/App.graph.dot").ShouldBeTrue();
        workspace.Build("App", "--no-restore").ShouldSucceed().Recordings.ShouldBe(0);
    }

    [SlowFact(Slow.Builds)]
    public void A_parallel_solution_build_records_each_app_once_and_its_libraries_never()
    {
        var library = """<ProjectReference Include="../Library/Library.csproj" />""";
        var workspace = new Workspace(packages)
            .App("Library", "public static class Text { public static string Value => \"a\"; }", output: "Library")
            .App("One", "System.Console.WriteLine(Text.Value);", items: library)
            .App("Two", "System.Console.WriteLine(Text.Value);", items: library)
            // An app that another app refers to is still recorded once only.
            .App("Three", "System.Console.WriteLine(Text.Value);", items: library + """<ProjectReference Include="../One/One.csproj" />""")
            .Write("All.slnx", """
                <Solution>
                  <Project Path="Library/Library.csproj" /><Project Path="One/One.csproj" />
                  <Project Path="Two/Two.csproj" /><Project Path="Three/Three.csproj" />
                </Solution>
                """);

        workspace.Build(".", "-m").ShouldSucceed().Recordings.ShouldBe(3);

        foreach (var app in new[] { "One", "Two", "Three" })
            workspace.Read($"{app}/bin/Debug/net10.0/depgraph/{app}.loadsequence.txt").ShouldContain("Library");
        workspace.Build(".", "-m", "--no-restore").ShouldSucceed().Recordings.ShouldBe(0);
    }

    [SlowFact(Slow.Builds)]
    public void Spaces_and_umlauts_in_every_path_and_a_read_only_package_folder_do_no_harm()
    {
        var workspace = new Workspace(packages, "Größe & Maß (1) 名前").App("Müller App");
        workspace.Run("Müller App", "restore").ShouldSucceed();
        var package = Path.Combine(packages.PackageFolder, "depgraph");
        SetMode(package, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var result = workspace.Build("Müller App", "--no-restore").ShouldSucceed();
            result.Recordings.ShouldBe(1);
            result.WarningCodes.ShouldBeEmpty();
            workspace.Has("Müller App/bin/Debug/net10.0/depgraph/Müller App.graph.dot").ShouldBeTrue();
            workspace.Build("Müller App", "--no-restore").ShouldSucceed().Recordings.ShouldBe(0);
        }
        finally
        {
            SetMode(package, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void SetMode(string folder, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var entry in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
            File.SetUnixFileMode(entry, mode);
    }
}
