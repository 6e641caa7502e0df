using System.Diagnostics;

namespace DepGraph.Loading.Tests;

/// <summary>samples/ConsoleBar, built with its recording.</summary>
public class TheConsoleSample
{
    private static readonly string Sample = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../samples/ConsoleBar/bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0/ConsoleBar.dll"));

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

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TERM"] = "xterm-256color";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output);
        return output.ReplaceLineEndings("\n");
    }

    /// <summary>A fact that needs the command script (util-linux), which gives a program a terminal.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class TerminalFactAttribute : FactAttribute
    {
        public TerminalFactAttribute()
        {
            if (Environment.GetEnvironmentVariable("DEPGRAPH_TEST_ALL") != "1" && !File.Exists("/usr/bin/script"))
                Skip = "needs /usr/bin/script (util-linux)";
        }
    }
}
