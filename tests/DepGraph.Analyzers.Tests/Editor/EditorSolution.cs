using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DepGraph.Analyzers.Tests.Editor;

/// <summary>
/// A solution as an editor has it open, around one source: a chain of projects below it, a file that several of them link, a shared project, a project with
/// errors and one that is not loaded; the source's own project twice, for two target frameworks, and above it a project that calls all it declares.
/// </summary>
internal sealed class EditorSolution
{
    private const string Linked = "namespace Linked { public class Both { public event Action Raised; public void Run(Action run) { lock (this) run(); } } }";
    private const string Shared = "namespace Shared { internal static class Each { public static void Run(Action run) { lock (run) run(); } } }";
    private const string Lowest = "namespace Lowest { public class Low { public virtual void Call(Action run) => run(); } }";
    private const string Middle = "namespace Middle { public class Mid : Lowest.Low { public override void Call(Action run) { lock (run) run(); } } }";
    private const string Broken = "namespace Broken { public class Torn : Missing { public void Call(Action run) { lock (run { run( } public Torn Next => ";

    private static readonly AdhocWorkspace Workspace = new();
    private static readonly ProjectId MiddleId = ProjectId.CreateNewId("Middle");
    private static readonly ProjectId BrokenId = ProjectId.CreateNewId("Broken");
    private static readonly Lazy<Solution> Below = new(OpenBelow);

    private EditorSolution(Document source, Document forOtherTarget, Document? caller) => (Source, ForOtherTarget, Caller) = (source, forOtherTarget, caller);

    public Document Source { get; }

    /// <summary>The same file in the project's twin, which is compiled for another target framework.</summary>
    public Document ForOtherTarget { get; }

    /// <summary>Calls the source's methods under a lock and in a loop; null where the source has none that can be called.</summary>
    public Document? Caller { get; }

    public static async Task<EditorSolution> Open(string text, string fileName)
    {
        var (solution, source) = AddTarget(Below.Value, text, fileName, "NET10_0");
        (solution, var other) = AddTarget(solution, text, fileName, "NET8_0");
        var compilation = (await solution.GetProject(source.ProjectId)!.GetCompilationAsync())!;
        DocumentId? caller = null;
        if (Callers.Of(compilation) is { } calls)
            (solution, caller) = Add(solution, ProjectId.CreateNewId("Caller"), "Caller", "Caller.cs", calls, [], new ProjectReference(source.ProjectId));
        return new(solution.GetDocument(source)!, solution.GetDocument(other)!, caller is null ? null : solution.GetDocument(caller));
    }

    private static Solution OpenBelow()
    {
        var lowest = ProjectId.CreateNewId("Lowest");
        var (solution, _) = Add(Workspace.CurrentSolution, lowest, "Lowest", "Lowest.cs", Lowest, []);
        (solution, _) = Add(solution, MiddleId, "Middle", "Middle.cs", Middle, [], new ProjectReference(lowest));
        (solution, _) = Add(solution, BrokenId, "Broken", "Broken.cs", Broken, []);
        return AddFile(solution, MiddleId, "Linked.cs", Linked);
    }

    private static (Solution Solution, DocumentId Source) AddTarget(Solution solution, string text, string fileName, string symbol)
    {
        var id = ProjectId.CreateNewId("Test for " + symbol);
        var (added, source) = Add(solution, id, "Test", fileName, text, [symbol],
            new ProjectReference(MiddleId), new ProjectReference(BrokenId), new ProjectReference(ProjectId.CreateNewId("not loaded")));
        return (AddFile(added, id, "Linked.cs", Linked), source);
    }

    private static (Solution Solution, DocumentId File) Add(
        Solution solution, ProjectId id, string name, string fileName, string text, string[] symbols, params ProjectReference[] uses)
    {
        var parseOptions = TestProject.ParseOptions.WithPreprocessorSymbols(symbols);
        var isProgram = TestProject.HasTopLevelStatements(TestProject.Parse(text, fileName));
        solution = solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp, compilationOptions: TestProject.Options(isProgram), parseOptions: parseOptions,
            projectReferences: uses, metadataReferences: TestProject.References));
        solution = AddFile(AddFile(solution, id, "GlobalUsings.cs", TestProject.GlobalUsings), id, "Shared.cs", Shared);
        var file = DocumentId.CreateNewId(id);
        return (solution.AddDocument(file, fileName, SourceText.From(text), filePath: TestProject.Root + fileName), file);
    }

    private static Solution AddFile(Solution solution, ProjectId project, string fileName, string text) =>
        solution.AddDocument(DocumentId.CreateNewId(project), fileName, SourceText.From(text), filePath: TestProject.Root + "all/" + fileName);
}
