using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

public class TheFaceOfTheRepository
{
    private static readonly string[] Readme = File.ReadAllLines(Repository.PathOf("README.md"));

    [Theory]
    [InlineData("dotnet build samples/")]
    [InlineData("dotnet test ")]
    public void Has_a_workflow_that_runs_the_readme_s_commands(string command)
    {
        var said = Readme.First(line => line.StartsWith(command, StringComparison.Ordinal));
        File.ReadLines(Repository.PathOf(".github", "workflows", "ci.yml")).Select(line => line.Trim()).ShouldContain($"- run: {said}");
    }

    [Fact]
    public void Has_each_bench_in_their_readme()
    {
        var told = File.ReadAllText(Repository.PathOf("bench", "README.md"));
        foreach (var bench in Directory.EnumerateDirectories(Repository.PathOf("bench")).Select(folder => Path.GetFileName(folder)!))
            told.ShouldContain($"`{bench}`");
    }

    [Fact]
    public void Has_every_project_in_the_solution_but_the_apps_that_tests_build_themselves()
    {
        var solution = File.ReadAllText(Repository.PathOf("DepGraph.sln")).Replace('\\', '/');
        foreach (var project in Projects("src", "tests", "samples", "bench"))
            solution.ShouldContain($"\"{project}\"");
        solution.ShouldNotContain("|x64");
    }

    private static IEnumerable<string> Projects(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("tests/apps/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/obj/", StringComparison.Ordinal));
}
