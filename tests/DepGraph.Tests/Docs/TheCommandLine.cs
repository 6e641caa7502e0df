using System.Reflection;
using System.Text.RegularExpressions;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Docs;

/// <summary>docs/command.md, whose lower part is what <c>--help</c> says.</summary>
public class TheCommandLine
{
    private const string Begin = "<!-- from here on written by the tests of DepGraph.Tests (DEPGRAPH_WRITE_DOCS=1) -->\n";

    [Fact]
    public void Is_in_the_docs_with_every_command_argument_and_option_as_help_tells_it()
    {
        var path = Repository.PathOf("docs", "command.md");
        var text = File.ReadAllText(path);
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        start.ShouldBeGreaterThan(Begin.Length);
        var sections = string.Concat(Rows(Help(), "Commands").Select(row => Section(row.Name.Split(' ')[0])));

        if (Environment.GetEnvironmentVariable("DEPGRAPH_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..start] + sections);
        else
            text[start..].ShouldBe(sections);
    }

    [Fact]
    public void Has_its_exit_codes_in_the_docs()
    {
        var codes = Assembly.Load("depgraph").GetType("DepGraph.Tool.ExitCodes", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.GetRawConstantValue()}");
        File.ReadLines(Repository.PathOf("docs", "command.md")).Select(line => Regex.Match(line, @"^\| ([0-9]+) \|").Groups[1].Value)
            .Where(code => code.Length > 0).ShouldBe(codes);
    }

    private static string Section(string command)
    {
        var help = Help(command);
        var rows = Rows(help, "Arguments").Concat(Rows(help, "Options").Where(row => !row.Name.StartsWith("-?", StringComparison.Ordinal)));
        return $"""

            ## depgraph {command}

            {Block(help, "Description").Single()}

            `{Block(help, "Usage").Single()}`

            | argument, option | |
            |---|---|
            {string.Join('\n', rows.Select(row => $"| `{Cell(row.Name)}` | {Cell(row.Meaning).Replace("<", "\\<", StringComparison.Ordinal)} |"))}

            """.ReplaceLineEndings("\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Meaning)> Rows(string help, string block) =>
        Block(help, block).Select(line => Regex.Split(line, " {2,}")).Select(parts => (parts[0], string.Join(' ', parts.Skip(1))));

    private static IEnumerable<string> Block(string help, string name) =>
        help.Split('\n').SkipWhile(line => line != name + ":").Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Trim());

    private static string Help(params string[] command) => Depgraph.Run([.. command, "--help"]).Output;
}
