using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Closures;

/// <summary>An editor shows one project the source of another's methods; the compiler does not. Both must agree, and neither throw.</summary>
public class ClosuresAcrossProjects
{
    [Fact]
    public async Task A_method_of_another_project_is_one_of_which_nothing_is_known()
    {
        var other = TestProject.Compile("public static class Bus { static Action all; public static void On(Action run) => all += run; }");
        var compilation = TestProject.Compile("class Program { void Test() { for (int i = 0; i < 3; i++) Bus.On(() => Console.WriteLine(i)); } }")
            .WithAssemblyName("Second")
            .AddReferences(other.ToMetadataReference());
        compilation.ShouldCompile();

        (await AnalyzerRun<LoopClosureAnalyzer>.Findings(compilation)).ShouldBeEmpty();
    }

    [Fact]
    public Task A_Start_of_another_project_starts_its_object() => TwoProjects<LoopClosureAnalyzer>.FindTheMarks(
        "public class Worker { public event Action Ran; public void Start() => Ran?.Invoke(); public static void Now(Action run) => run(); }",
        """
        class Program
        {
            void Test()
            {
                for (int i = 0; i < 3; i++)
                {
                    var worker = new Worker();
                    worker.Ran += () => Console.WriteLine([|i|]);
                    worker.Start();
                    Worker.Now(() => Console.WriteLine(i));
                }
            }
        }
        """);

    [Fact]
    public Task A_helper_of_another_project_waits_where_its_name_says_so() => TwoProjects<LoopClosureAnalyzer>.FindTheMarks(
        """
        public static class Tasks
        {
            public static T Await<T>(this Task<T> task) => task.GetAwaiter().GetResult();
            public static void Await(this Task task) => task.GetAwaiter().GetResult();
            public static void AwaitCompletion(this Task task) => task.Wait();
        }
        """,
        """
        class Program
        {
            void Test()
            {
                for (int i = 0; i < 3; i++)
                {
                    Task.Run(() => Console.WriteLine(i)).Await();
                    Console.WriteLine(Task.Run(() => i).Await());
                    var task = Task.Run(() => Console.WriteLine(i));
                    task.AwaitCompletion();
                }
            }
        }
        """);

    [Fact]
    public Task A_helper_of_another_project_does_not_wait_where_it_is_async_or_its_name_says_no() => TwoProjects<LoopClosureAnalyzer>.FindTheMarks(
        """
        public static class Tasks
        {
            public static async void Await(this Task task) => await task;
            public static void NoAwait(this Task task) { }
            public static void Forget(this Task task) { }
        }
        """,
        """
        class Program
        {
            void Test()
            {
                for (int i = 0; i < 3; i++)
                {
                    Task.Run(() => Console.WriteLine([|i|])).Await();
                    Task.Run(() => Console.WriteLine([|i|])).NoAwait();
                    Task.Run(() => Console.WriteLine([|i|])).Forget();
                }
            }
        }
        """);

    [Fact]
    public async Task A_method_of_another_file_is_looked_into()
    {
        var compilation = TestProject.Compile(
            TestProject.Parse("public static class Bus { static Action all; public static void On(Action run) => all += run; }", "Bus.cs"),
            TestProject.Parse("class Program { void Test() { for (int i = 0; i < 3; i++) Bus.On(() => Console.WriteLine(i)); } }", "Program.cs"));

        (await AnalyzerRun<LoopClosureAnalyzer>.Findings(compilation)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Top_level_statements_are_code_like_any_other() =>
        await AnalyzerRun<LoopClosureAnalyzer>.FindsTheMarks("var all = new List<Action>(); for (int i = 0; i < 3; i++) all.Add(() => " +
            "Console.WriteLine([|i|])); foreach (var one in all) one();");
}
