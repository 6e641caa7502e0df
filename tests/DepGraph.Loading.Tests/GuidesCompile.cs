using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DepGraph.Loading.Tests;

/// <summary>The C# in the guides compiles against the library as it is.</summary>
public partial class GuidesCompile
{
    public static TheoryData<string, string> Sections => new()
    {
        { "WPF", "Wpf" },
        { "Windows Forms", "WindowsForms" },
        { "Avalonia", "Avalonia" },
        { "When the app's own start is the long part", "" },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Splash_windows(string section, string standIn)
    {
        var sources = CodeOf("splash-windows.md", section).ToList();
        if (standIn != "")
            sources.Add(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "StandIns", standIn + ".cs")));

        Errors(sources, OutputKind.DynamicallyLinkedLibrary).ShouldBeEmpty();
    }

    [Fact]
    public void Loading() => Errors(CodeOf("loading.md", "The loading bar and the fast start"), OutputKind.ConsoleApplication).ShouldBeEmpty();

    [Theory]
    [InlineData("build.md", "A start that writes")]
    [InlineData("../README.md", "Questions")]
    public void What_a_start_leaves_out_while_it_is_recorded(string guide, string section)
    {
        var guard = CodeOf(guide, section).ShouldHaveSingleItem();
        Errors([InAnApp(guard)], OutputKind.ConsoleApplication).ShouldBeEmpty();
        Errors([InAnApp(guard.Replace("Environment.GetEnvironmentVariable(\"DEPGRAPH_RECORDING\") != \"1\"", "!Startup.IsRecording"))],
            OutputKind.ConsoleApplication).ShouldBeEmpty();
    }

    /// <summary>As it stands behind the implicit usings of a web app, with a stand-in for Entity Framework's context.</summary>
    private static string InAnApp(string code) => $$"""
        using System;
        using DepGraph.Loading;
        var db = new Context();
        {{code}}
        class Context { public Facade Database { get; } = new(); }
        class Facade { public void Migrate() { } }
        """;

    private static IEnumerable<string> CodeOf(string guide, string section)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", guide));
        var body = Regex.Match(text, $@"^#+ {Regex.Escape(section)}\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        var code = CodeBlock().Matches(body).Select(match => match.Groups[1].Value).ToArray();
        code.ShouldNotBeEmpty();
        return code;
    }

    private static IEnumerable<string> Errors(IEnumerable<string> sources, OutputKind kind)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System", StringComparison.Ordinal)
                || path.EndsWith("DepGraph.Loading.dll", StringComparison.Ordinal));
        return CSharpCompilation.Create("Guide", sources.Select(source => CSharpSyntaxTree.ParseText(source)),
                platform.Select(path => MetadataReference.CreateFromFile(path)), new CSharpCompilationOptions(kind))
            .GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString());
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
