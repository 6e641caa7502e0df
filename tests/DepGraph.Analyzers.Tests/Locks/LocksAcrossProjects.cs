using DepGraph.Analyzers.Locks;
using DepGraph.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using TwoProjects = DepGraph.Analyzers.Tests.Harness.TwoProjects<DepGraph.Analyzers.Locks.LockHeldDuringCallbackAnalyzer>;

namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>An editor shows one project the source of another's methods; the compiler does not. Both must agree, and neither throw.</summary>
public class LocksAcrossProjects
{
    private const string Help = "public static class Help { public static int Run(Func<int> f) => f(); }";

    [Fact]
    public Task A_method_of_another_project_has_no_body() => TwoProjects.FindTheMarks(Help, """
        public class Test
        {
            private readonly object _g = new();
            private int n;
            public event Action Done;
            public void M(Func<int> f) { lock (_g) { n += Help.Run(f); [|Done?.Invoke()|]; } }
        }
        """);

    [Fact]
    public Task All_that_another_project_declares_is_what_its_assembly_shows() => TwoProjects.FindTheMarks(
        """
        public abstract partial class Source
        {
            public static readonly Action Known = () => { };
            protected readonly SemaphoreSlim Slot = new(1);
            public event Action Raised;
            public abstract event Action Opened;
            public TaskCompletionSource Waiter { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
            public int Count { get { Part(); return 1; } }
            protected void Raise() => Raised?.Invoke();
            public virtual void Open() { }
            public static Source operator +(Source a, Action b) { b(); return a; }
            partial void Part();
        }
        public partial class Source { partial void Part() => Raised?.Invoke(); }
        public record Item(Action Act) { public Item() : this(() => { }) => Act(); public override string ToString() { Act(); return ""; } }
        public static class Extensions
        {
            public static void Take(this object gate) => Monitor.Enter(gate);
            public static void Run(this Source source, Action run) => run();
            public static Action Make() => () => { };
            public static IEnumerable<int> Each(Action run) { run(); yield return 1; }
        }
        """,
        """
        public class Test : Source
        {
            private readonly object _g = new();
            private int n;
            public override event Action Opened { add { Raise(); Changed?.Invoke(); } remove { } }
            private event Action Changed;

            public void Calls(Action run, Source other)
            {
                lock (_g)
                {
                    Raise();
                    n += Count;
                    this.Run(run);
                    foreach (var one in Extensions.Each(run)) n += one;
                    Item item = new();
                    n += $"{item}".Length;
                    _ = new Item(run) { Act = run };
                    [|item.Act()|];
                    [|Known()|];
                    [|Extensions.Make()()|];
                    [|Open()|];
                    [|Waiter.SetResult()|];
                    other += run;
                    other.Raised += run;
                    [|Opened += run|];
                }
            }

            public void NotKnownToBeLocks()
            {
                Slot.Wait();
                Changed();
                Slot.Release();
                _g.Take();
                Changed();
            }
        }
        """);

    [Fact]
    public Task An_event_of_another_project_may_have_accessors_here() => TwoProjects.FindTheMarks(
        "public class Source { public virtual event Action Moved; protected void Move() => Moved?.Invoke(); }",
        """
        class Test : Source
        {
            private readonly object _g = new();
            private event Action Changed;
            public override event Action Moved { add => Changed?.Invoke(); remove { } }
            void M(Action run) { lock (_g) [|Moved += run|]; }
            void N(Test other, Action run) { lock (_g) { Source same = other; [|same.Moved += run|]; same.Moved -= run; Changed += run; } }
        }
        """);

    [Fact]
    public Task The_program_of_another_project_is_no_different() => TwoProjects.FindTheMarks(
        "Tool.Run(() => { }); public static class Tool { public static void Run(Action run) { run(); } }",
        "var gate = new object(); Action done = null; lock (gate) { Tool.Run(done); [|Later.Call(Console.Out.Flush)|]; } class Later { static event Action " +
            "Done; public static void Call(Action run) => Done(); }");

    [Fact]
    public async Task A_file_of_both_projects_is_each_ones_own()
    {
        var linked =
            TestProject.Parse("public class Both { public void Run(Action run) => run(); public void Locked(Action run) { lock (this) run(); } }", "Linked.cs");
        var used = TestProject.Compile(linked, TestProject.Parse("public static class Api { public static Both Make() => new(); }", "Api.cs"))
            .WithAssemblyName("Used");
        var source = MarkedSource.Parse("""
            class Test
            {
                static event Action Done;
                void M() { lock (this) { Api.Make().Run(Done); [|new Both().Run(Done)|]; } }
            }
            """);
        var compilation = TestProject.Compile(linked, TestProject.Parse(source.Text, "Test.cs")).AddReferences(used.ToMetadataReference());
        compilation.ShouldCompile();

        var found = await AnalyzerRun<LockHeldDuringCallbackAnalyzer>.Findings(compilation);

        found.Where(finding => finding.Location.SourceTree == linked).ShouldHaveSingleItem();
        found.Where(finding => finding.Location.SourceTree != linked).Select(finding => finding.Location.SourceSpan)
            .ShouldBe(source.Spans.Select(mark => mark.Span));
    }

    [Theory]
    [InlineData("public static class Help { public static int Run(Func<int> f) => ")]
    [InlineData("public static class Help { public static Missing Run(Func<int> f) { lock (f) return f( } }")]
    [InlineData("")]
    public Task A_project_that_is_being_typed_changes_nothing(string used) => TwoProjects.FindTheMarksInAnEditor(used, CallsHelp, mayNotCompile: true);

    [Fact]
    public async Task A_project_that_is_not_loaded_changes_nothing()
    {
        using var workspace = new AdhocWorkspace();
        var project = TestProject.Open(workspace.CurrentSolution, "Test", MarkedSource.Parse(CallsHelp).Text, new ProjectReference(ProjectId.CreateNewId()));
        await TwoProjects.FindTheMarks(CallsHelp, project, mayNotCompile: true);
    }

    private const string CallsHelp = """
        class Test
        {
            static event Action Done;
            void M() { lock (this) { Help.Run(() => 1); var x = Help.Run(null); Console.WriteLine(x); [|Done()|]; } }
        }
        """;
}
