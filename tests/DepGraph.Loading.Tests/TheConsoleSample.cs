namespace DepGraph.Loading.Tests;

/// <summary>samples/ConsoleBar, built with its recording.</summary>
public class TheConsoleSample
{
    private static readonly string Sample =
        Repository.PathOf("samples", "ConsoleBar", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "ConsoleBar.dll");

    [Fact]
    public void Has_a_true_bar_over_more_than_60_assemblies()
    {
        var sequence = LoadSequence.Read(File.OpenRead(Path.ChangeExtension(Sample, ".loadsequence.json")));

        sequence.Problem.ShouldBeNull();
        sequence.Steps.Sum(step => step.Members.Count).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Writes_plain_lines_where_its_output_is_redirected()
    {
        var output = Run("dotnet", Sample);

        output.ShouldContain("Loading 100 %\n");
        output.ShouldContain("Grace");
        output.ShouldNotContain('\u001b');
    }

    [TerminalFact]
    public void Draws_a_bar_in_a_terminal_and_clears_it()
    {
        var output = Run("script", "-qec", $"dotnet '{Sample}'", "/dev/null");

        output.ShouldContain("━━━");
        output.ShouldContain("100%");
        output.ShouldContain("\u001b["); // Spectre.Console drew it and took it away again
        output.LastIndexOf('━').ShouldBeLessThan(output.IndexOf("Grace", StringComparison.Ordinal));
    }

    private static string Run(string program, params string[] arguments) =>
        ProgramRun.ToEnd(program, arguments, ("TERM", "xterm-256color")).ShouldSucceed().Text.ReplaceLineEndings("\n");
}
