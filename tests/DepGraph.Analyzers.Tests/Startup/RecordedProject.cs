using System.Collections.Concurrent;
using System.Collections.Immutable;
using DepGraph.Analyzers.Startup;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Tests.Startup;

/// <summary>A project as an editor has it open, with the file of causes its last build left behind.</summary>
internal sealed class RecordedProject
{
    public const string Header = "depgraph causes 1";
    private readonly Workspace _workspace = new AdhocWorkspace();

    public RecordedProject(string causes, params (string Path, string Text)[] files)
    {
        Project = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp, compilationOptions: TestProject.Options(isProgram: false),
            parseOptions: TestProject.ParseOptions, metadataReferences: TestProject.References)).Projects.Single();
        var encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach (var (path, text) in files)
            Project = Project.AddDocument(path, SourceText.From(text, encoding), filePath: TestProject.Root + path).Project;
        Project = Project.AddAdditionalDocument("App.causes.txt", SourceText.From(causes), filePath: TestProject.Root + "obj/App.causes.txt").Project;
    }

    public Project Project { get; private set; }

    public string EditorConfig { get; init; } = "";

    public static string Cause(int line, string text, double ms = 53, int assemblies = 5, string file = "project/Program.cs", string of = "App",
        string checksum = "", string registeredAt = "") => FormattableString.Invariant(
            $"{of}\t{file}\t{line}\tsha256:{checksum}\t{assemblies}\t{ms}\t{registeredAt}\tfirst use of Json here, {assemblies} assemblies, {ms} ms\t{text}");

    public static string Causes(params string[] causes) => string.Join('\n', causes.Prepend(Header)) + "\n";

    public void Type(string path, string old, string now)
    {
        var document = Project.Documents.Single(file => file.Name == path);
        var text = document.GetTextAsync().Result;
        var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(-1, $"{old} in {text}");
        Project = document.WithText(text.Replace(at, old.Length, now)).Project;
    }

    /// <summary>As the compiler does for <c>dotnet_diagnostic.DG2001.severity = none</c>.</summary>
    public void SwitchOff() => Project = Project.WithCompilationOptions(Project.CompilationOptions!.WithSpecificDiagnosticOptions(
        [new(StartupCostAnalyzer.Id, ReportDiagnostic.Suppress)]));

    /// <summary>Each finding as the line it is at, from 1, and its code; 0 where it is at none.</summary>
    public async Task<string[]> Finds() => [.. (await Findings()).Select(found => found.Location.SourceTree is not { } tree ? "0: " + found.GetMessage()
        : $"{found.Location.GetMappedLineSpan().StartLinePosition.Line + 1}: {tree.GetText().ToString(found.Location.SourceSpan)}")];

    public async Task<ImmutableArray<Diagnostic>> Findings()
    {
        var crashes = new ConcurrentBag<Exception>();
        var options = new AnalyzerOptions(Project.AnalyzerOptions.AdditionalFiles, new EditorConfigOptions("root = true\n[*.cs]\n" + EditorConfig));
        var driver = (await Project.GetCompilationAsync())!.WithAnalyzers([new StartupCostAnalyzer()], new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: (crash, _, _) => crashes.Add(crash), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = await driver.GetAnalyzerDiagnosticsAsync();
        crashes.ShouldBeEmpty();
        return [.. found.OrderBy(one => one.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(one => one.Location.SourceSpan.Start)];
    }
}
