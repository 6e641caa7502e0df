using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.CodeFixes.Closures;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Closures;

/// <summary>Statements put into a method of a class that has the usual places to keep a closure.</summary>
internal static class LoopSource
{
    public static string Method(string statements, string members = "") => $$"""
        class Program
        {
            readonly List<Action> actions = new();
            readonly List<Func<int>> funcs = new();
            readonly List<Task> tasks = new();
            readonly Dictionary<string, Action> byName = new();
            readonly List<int> numbers = new() { 1, 2, 3 };
            Action stored;
            event Action Happened;

            static void Use(object value) { }
            static int Next() => 1;

            async Task Test(int count, string[] words, IQueryable<string> query, Button[] buttons, CancellationToken token)
            {
                await Task.Yield();
                {{statements.ReplaceLineEndings("\n        ")}}
            }

            {{members}}
        }

        class Button
        {
            public event EventHandler Click;
            public Action OnClick { get; set; }
        }
        """;

    /// <summary>
    /// The marked uses, and only they, are reported; typing the statements never makes the analyzer throw;
    /// and what the fix makes of them compiles and leaves nothing behind that it could fix.
    /// </summary>
    public static async Task Flagged(string statements, string members = "", string editorConfig = "")
    {
        MarkedSource.Parse(statements + members).Spans.ShouldNotBeEmpty();
        await Check(statements, members, editorConfig);

        var after = await FixRun<LoopClosureAnalyzer, LoopCopyFix>.FixAll(Method(statements, members), editorConfig);
        if (after?.Left.IsEmpty == false)
            (await FixRun<LoopClosureAnalyzer, LoopCopyFix>.FixAll(after.Text, editorConfig)).ShouldBeNull(after.Text);
    }

    public static Task Quiet(string statements, string members = "", string editorConfig = "")
    {
        MarkedSource.Parse(statements + members).Spans.ShouldBeEmpty();
        return Check(statements, members, editorConfig);
    }

    private static async Task Check(string statements, string members, string editorConfig)
    {
        var source = Method(statements, members);
        await AnalyzerRun<LoopClosureAnalyzer>.FindsTheMarks(source, editorConfig);
        await AnalyzerRun<LoopClosureAnalyzer>.SurvivesTyping(source, source.IndexOf("await Task.Yield();", StringComparison.Ordinal));
    }
}
