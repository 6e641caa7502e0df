using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Tests.Harness;

/// <summary>What every test source is compiled with: the running runtime's assemblies and the usual implicit usings.</summary>
internal static class TestProject
{
    public const string Root = "/project/";

    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    public static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(IsFrameworkAssembly)
            .Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly SyntaxTree GlobalUsingsTree = CSharpSyntaxTree.ParseText(GlobalUsings, ParseOptions, Root + "GlobalUsings.cs");

    public static CSharpCompilationOptions Options(bool isProgram) => new(
        isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);

    /// <summary>Every test compilation grows from this one, so that the references are read and bound once.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Test", [GlobalUsingsTree], References, Options(isProgram: false));

    public static CSharpCompilation Compile(string text, string fileName = "Test.cs") => Compile(Parse(text, fileName));

    public static CSharpCompilation Compile(params SyntaxTree[] trees)
    {
        var compilation = Empty.AddSyntaxTrees(trees);
        return trees.Any(HasTopLevelStatements) ? compilation.WithOptions(Options(isProgram: true)) : compilation;
    }

    /// <summary>The same as an editor has it open, with this one file.</summary>
    public static Project Open(Solution solution, string name, string text, params ProjectReference[] uses)
    {
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: Options(HasTopLevelStatements(Parse(text, "Test.cs"))),
            parseOptions: ParseOptions,
            projectReferences: uses,
            metadataReferences: References);
        return solution.AddProject(project).GetProject(project.Id)!
            .AddDocument("GlobalUsings.cs", SourceText.From(GlobalUsings)).Project
            .AddDocument("Test.cs", SourceText.From(text), filePath: Root + "Test.cs").Project;
    }

    public static SyntaxTree Parse(string text, string fileName) => CSharpSyntaxTree.ParseText(text, ParseOptions, Root + fileName);

    public static bool HasTopLevelStatements(SyntaxTree tree) =>
        tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement));

    /// <summary>The tests' own output folder holds Roslyn and xunit too, which no test source needs.</summary>
    private static bool IsFrameworkAssembly(string path) => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);
}
