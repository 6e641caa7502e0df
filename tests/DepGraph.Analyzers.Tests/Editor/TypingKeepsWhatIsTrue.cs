using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Locks.Kept;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DepGraph.Analyzers.Tests.Editor;

/// <summary>What is kept from one keystroke to the next must be what would be found without it.</summary>
public class TypingKeepsWhatIsTrue
{
    private static readonly (string Name, string Text)[] Files =
    [
        ("Store.cs", """
            public partial class Store
            {
                private readonly object _gate = new();
                private readonly SemaphoreSlim _one = new(1, 1);
                private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
                private Action _run;
                public event Action Changed;
                public void Add() { lock (_gate) { Tell(); } }
                public void Run() { lock (_gate) { _run(); } }
                public void Finish() { lock (_gate) { _done.SetResult(); Waiters.Last.SetResult(); } }
                public void Use(Shape shape) { lock (_gate) { shape.Draw(); } }
                public void Own() { Take(); Changed(); Give(); }
                public void Given() { lock (_gate) { Helper.Call(this); } }
                public void Quiet() { lock (_gate) { Nothing(); } }
                public void Away(Action run) { lock (_gate) { Far.Begin(run); } }
                public void Through() { lock (_gate) { Far.Begin(() => { }); Far.Idle(); } }
                private void Nothing() { }
            }
            """),
        ("Store.Parts.cs", """
            public partial class Store
            {
                public Store() { _run = () => { }; }
                private void Tell() { Count++; }
                public void Later() { }
                private int Count { get; set; }
                private void Take() { }
                private void Give() { _one.Release(); }
            }
            """),
        ("Shapes.cs", """
            internal static class Waiters { internal static TaskCompletionSource Last => new(TaskCreationOptions.RunContinuationsAsynchronously); }
            public abstract class Shape
            {
                internal Shape() { }
                public static event Action Drawn;
                public virtual void Draw() { }
                internal static void Tell() => Drawn();
            }
            internal class Round : Shape { public override void Draw() { } }
            internal class Square : Round { }
            """),
        ("Helper.cs", """
            internal static class Helper
            {
                private static event Action Done;
                internal static void Call(Store store) { Invoke(() => { }); }
                internal static void Invoke(Action run) { run(); }
                internal static void Other() { }
            }
            """),
        ("Far.cs", """
            internal static class Far
            {
                internal static event Action Raised;
                internal static void Begin(Action run) { Further(run); }
                internal static void Further(Action run) { Last(run); }
                internal static void Last(Action run) { run(); }
                internal static void Idle() { }
                internal static void Nowhere() { }
                internal static void Loud() { Raised(); }
            }
            """),
    ];

    /// <summary>In which file, what, and what instead.</summary>
    private static readonly (string File, string Old, string New)[] Steps =
    [
        ("Store.Parts.cs", "Later() { }", "Later() { _run = Changed; }"),
        ("Store.Parts.cs", "Later() { _run = Changed; }", "Later() { _run(); }"),
        ("Store.Parts.cs", "Count++;", "Count++; Changed();"),
        ("Store.cs", "private void Nothing() { }", "private void Nothing() { \n\n }"),
        ("Store.cs", "public partial", "// words above all\n\npublic partial"),
        ("Store.cs", "Nothing(); } }", "Nothing(); Changed(); } }"),
        ("Store.Parts.cs", "_run = () => { };", "_run = Changed;"),
        ("Store.Parts.cs", "Count++; Changed();", "Count++;"),
        ("Store.Parts.cs", "_run = Changed;", "_run = Tell;"),
        ("Store.Parts.cs", "Take() { }", "Take() { _one.Wait(); }"),
        ("Store.Parts.cs", "_one.Release();", ""),
        ("Store.Parts.cs", "_one.Wait();", ""),
        ("Shapes.cs", "internal class Square : Round { }", "internal class Square : Round { public override void Draw() => Tell(); }"),
        ("Shapes.cs", "Drawn();", "Drawn = null;"),
        ("Shapes.cs", "new(TaskCreationOptions.RunContinuationsAsynchronously)", "new()"),
        ("Store.cs", "_done = new(TaskCreationOptions.RunContinuationsAsynchronously)", "_done = new()"),
        ("Helper.cs", "Other() { }", "Other() { Invoke(Done); }"),
        ("Helper.cs", "run(); }", "run(); Other(); }"),
        ("Helper.cs", "Invoke(Done);", "Done?.Invoke();"),
        ("Helper.cs", "Action run)", "Func<int> run)"),
        ("Helper.cs", "static event Action Done", "static Action Done = () => { }"),
        ("Far.cs", "Further(run); }", "Further(run); ; }"),
        ("Far.cs", "Last(run); }", "Last(run); Last(run); }"),
        ("Far.cs", "Further(run); ; }", "Further(() => { }); Further(run); }"),
        ("Far.cs", "Last(run); Last(run); }", "Last(() => { }); }"),
        ("Far.cs", "Further(() => { }); Further(run); }", "Further(() => { }); }"),
        ("Far.cs", "Nowhere() { }", "Nowhere() { Loud(); }"),
        ("Far.cs", "Idle() { }", "Idle() { Nowhere(); }"),
        ("Far.cs", "Idle() { Nowhere(); }", "Idle() { var nothing = 0; }"),
        ("Far.cs", "Begin(Action run) { Further", "Begin(Action run) { Idle(); Further"),
        ("Far.cs", "Idle() { var nothing = 0; }", "Idle() { Nowhere(); var nothing = 0; }"),
        ("Far.cs", "Loud() { Raised(); }", "Loud() { }"),
        ("Store.cs", "lock (_gate) { Tell(); }", "lock (_gate) { Te"),
        ("Store.cs", "lock (_gate) { Te", "lock (_gate) { Tell(); }"),
    ];

    [Fact]
    public async Task After_every_step_the_findings_are_those_of_a_first_look()
    {
        var texts = Files.ToDictionary(file => file.Name, file => file.Text);
        var compilation = TestProject.Compile([.. texts.Select(file => TestProject.Parse(file.Value, file.Key))]).WithAssemblyName("Typed into");
        await ShouldFindTheSame(compilation, "as it was opened");
        foreach (var (file, old, now) in Steps)
        {
            var before = compilation.SyntaxTrees.Single(tree => tree.FilePath == TestProject.Root + file);
            var text = await before.GetTextAsync();
            var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(-1, $"{old} in {text}");
            compilation = compilation.ReplaceSyntaxTree(before, before.WithChangedText(text.Replace(at, old.Length, now)));
            await ShouldFindTheSame(compilation, $"{old} is now {now}");
        }
    }

    [Fact]
    public async Task A_keystroke_in_code_that_leads_nowhere_keeps_all_other_findings()
    {
        var compilation = TestProject.Compile([.. Files.Select(file => TestProject.Parse(file.Text, file.Name))]).WithAssemblyName("Kept");
        await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(compilation);

        var (before, after) = Typed(compilation, "Helper.cs", "Other() { }", "Other() { ; }");
        Kept(after).ShouldBe(["Add", "Run", "Finish", "Use", "Given", "Quiet", "Away", "Through", "Give"], ignoreOrder: true);

        (_, after) = Typed(before, "Store.Parts.cs", "Count++;", "Count--;");
        Kept(after).ShouldBe(["Run", "Finish", "Use", "Given", "Quiet", "Away", "Through", "Give"], ignoreOrder: true);

        (_, after) = Typed(before, "Helper.cs", "Action run)", "Delegate run)");
        Kept(after).ShouldBeEmpty();
    }

    private static (CSharpCompilation Before, CSharpCompilation After) Typed(CSharpCompilation compilation, string file, string old, string now)
    {
        var before = compilation.SyntaxTrees.Single(tree => tree.FilePath == TestProject.Root + file);
        var text = before.GetText();
        var at = text.ToString().IndexOf(old, StringComparison.Ordinal);
        return (compilation, compilation.ReplaceSyntaxTree(before, before.WithChangedText(text.Replace(at, old.Length, now))));
    }

    /// <summary>The methods of which the findings are known before any is looked at.</summary>
    private static IEnumerable<string> Kept(CSharpCompilation compilation)
    {
        var kept = KeptFindings.Of(compilation, _ => ";;");
        return compilation.SyntaxTrees.SelectMany(Roots.In).Where(root => kept.In(root, _ => null) != null)
            .Select(root => (root as MethodDeclarationSyntax)?.Identifier.ValueText ?? root.ToString());
    }

    private static async Task ShouldFindTheSame(CSharpCompilation compilation, string step)
    {
        var trees = compilation.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(), TestProject.ParseOptions, tree.FilePath)).ToList();
        var first = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        Describe(await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(compilation))
            .ShouldBe(Describe(await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(first)), step);
    }

    private static string[] Describe(IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(finding => $"{finding.Location.SourceTree!.FilePath}{finding.Location.SourceSpan} {finding.Id} {finding.GetMessage()} also at " +
            string.Join(' ', finding.AdditionalLocations.Select(at => at.SourceTree!.FilePath + at.SourceSpan))).Order(StringComparer.Ordinal)];
}
