using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DepGraph.Bench.Keystroke;

/// <summary>A project as an editor opens it: its own files, the projects it uses as source, and the packages it was restored with.</summary>
internal sealed class SourceProject
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, preprocessorSymbols:
        ["NET", "NETCOREAPP", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"), "NETSTANDARD2_0_OR_GREATER", "DEBUG", "TRACE"]);

    private readonly List<CSharpCompilation> _uses = [];

    private SourceProject(string project, Dictionary<string, SourceProject> known)
    {
        var folder = Path.GetDirectoryName(project)!;
        var xml = XDocument.Load(project);
        foreach (var used in Included(xml, "ProjectReference", folder).Where(used => used.EndsWith(".csproj", StringComparison.Ordinal) && File.Exists(used)))
        {
            if (!known.TryGetValue(used, out var source))
                source = new(used, known);
            _uses.AddRange([.. source._uses, source.Compilation]);
        }

        var trees = Sources(folder).Concat(Included(xml, "Compile", folder).Where(File.Exists)).Distinct().Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Parsing, file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, Parsing, Path.Combine(folder, "ImplicitUsings.cs")));
        _uses = [.. _uses.DistinctBy(use => use.AssemblyName)];
        Compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(project),
            trees,
            [.. PackageReferences.Of(folder), .. _uses.Select(use => use.ToMetadataReference())],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        known.Add(project, this);
    }

    public CSharpCompilation Compilation { get; }

    public static SourceProject Around(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder != null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.GetFiles(folder, "*.csproj") is [var project, ..])
                return new(project, []);
        }

        throw new FileNotFoundException("No project stands in a folder above the file.", file);
    }

    private static IEnumerable<string> Included(XDocument project, string item, string folder) =>
        project.Descendants().Where(element => element.Name.LocalName == item)
            .Select(element => (string?)element.Attribute("Include"))
            .OfType<string>()
            .Select(include => Path.GetFullPath(Path.Combine(folder, include.Replace('\\', '/'))));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(folder, "*.cs").Concat(Directory.GetDirectories(folder)
            .Where(inner => Path.GetFileName(inner) is not ("obj" or "bin") && Directory.GetFiles(inner, "*.csproj").Length == 0)
            .SelectMany(Sources));
}
