using DepGraph.Analyzers.Closures;
using DepGraph.Analyzers.CodeFixes.Closures;
using DepGraph.Analyzers.Tests.Harness;

namespace DepGraph.Analyzers.Tests.Closures;

/// <summary>The fixed programs are run: each closure must give the value of its own iteration.</summary>
public class FixedClosures
{
    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => i);")]
    [InlineData("for (int i = 0; i < 3; i++) { kept.Add(() => i); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var f = () => i; kept.Add(f); }")]
    [InlineData("for (int i = 0; i < 3; i++) if (i >= 0) kept.Add(() => i); else kept.Clear();")]
    [InlineData("for (int i = 0; i < 3; i++) switch (i) { case 7: break; default: kept.Add(() => i); break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { int Get() => i; kept.Add(Get); }")]
    [InlineData("for (int i = 0; i < 3; i++) { kept.Add(Get); int Get() { return i; } }")]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => numbers.Count(n => n < i));")]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => new { i }.i);")]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => (i, 5).i);")]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => nameof(i).Length * 0 + i);")]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => int.Parse($\"{i}\"));")]
    [InlineData("for (int @int = 0; @int < 3; @int++) kept.Add(() => @int);")]
    [InlineData("int i = 0; while (i < 3) { kept.Add(() => i); i++; }")]
    [InlineData("int i = 0; do { kept.Add(() => i); } while (++i < 3);")]
    [InlineData("int last; foreach (var n in numbers) { last = n; kept.Add(() => last); }")]
    [InlineData("int i = 0; again: kept.Add(() => i); i++; if (i < 3) goto again;")]
    [InlineData("for (int i = 0; i < 3; i++) { lock (kept) kept.Add(() => i); }")]
    [InlineData("for (int i = 0; i < 3; i++) foreach (var n in new[] { 1 }) kept.Add(() => i * n);")]
    [InlineData("for (int i = 0; i < 3; i++) tasks.Add(Task.Delay(20).ContinueWith(_ => i));")]
    [InlineData("for (int i = 0; i < 3; i++) tasks.Add(Task.Run(async () => { await Task.Delay(20); return i; }));")]
    [InlineData("for (int i = 0; i < 3; i++) { var all = from n in numbers where n == i select n + i - i; kept.Add(() => all.SingleOrDefault()); }")]
    [InlineData("int index = 9; for (int i = 0; i < 3; i++) { kept.Add(() => i + index - 9); }")]
    [InlineData("Action fill = () => { for (int i = 0; i < 3; i++) kept.Add(() => i); }; fill();")]
    [InlineData("for (int i = 0, j = 2; i < 3; i++, j--) kept.Add(() => i + j - j);")]
    public async Task Give_the_value_of_their_own_iteration(string statements)
    {
        var before = TestProject.Compile(Program(statements));
        before.ShouldCompile();
        FixedSource.Run(before).ShouldNotBe("0 1 2");

        var after = (await FixRun<LoopClosureAnalyzer, LoopCopyFix>.FixAll(Program(statements))).ShouldNotBeNull();

        after.Left.ShouldBeEmpty(after.Text);
        after.Run().ShouldBe("0 1 2", after.Text);
    }

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) { kept.Add(() => i); kept.Add(() => i * 10); }", "0 0 1 10 2 20")]
    [InlineData("int i = 0; while (i < 3) { kept.Add(() => i); i++; kept.Add(() => i * 10); }", "0 10 1 20 2 30")]
    [InlineData("for (int i = 0; i < 3; i++) { kept.Add(() => i); if (i > 1) kept.Add(() => i * 10); }", "0 1 2 20")]
    [InlineData("for (int i = 0; i < 3; i++) for (int j = 0; j < 2; j++) kept.Add(() => i * 10 + j);", "0 1 10 11 20 21")]
    public async Task Are_all_fixed_together(string statements, string expected)
    {
        var after = (await FixRun<LoopClosureAnalyzer, LoopCopyFix>.FixAll(Program(statements))).ShouldNotBeNull();

        after.Left.ShouldBeEmpty(after.Text);
        after.Run().ShouldBe(expected, after.Text);
    }

    [Theory]
    [InlineData("for (int i = 0; i < 3; i++) kept.Add(() => i++);")]
    [InlineData("for (int i = 0; i < 3; kept.Add(() => i), i++) { }")]
    [InlineData("var all = new Func<int>[3]; int i = 0; while (i < 3) { all[i++] = () => i; }")]
    [InlineData("int now = 0; int Get() => now; for (int i = 0; i < 3; i++) { now = i; kept.Add(Get); }")]
    public async Task Are_left_alone_where_a_copy_would_not_do(string statements)
    {
        (await AnalyzerRun<LoopClosureAnalyzer>.Findings(TestProject.Compile(Program(statements)))).ShouldNotBeEmpty();

        (await FixRun<LoopClosureAnalyzer, LoopCopyFix>.FixFirst(Program(statements))).ShouldBeNull();
    }

    private static string Program(string statements) => $$"""
        public static class Program
        {
            public static string Run()
            {
                var kept = new List<Func<int>>();
                var tasks = new List<Task<int>>();
                var numbers = new[] { 0, 1, 2 };
                {{statements}}
                return string.Join(" ", kept.Select(f => f()).Concat(tasks.Select(t => t.Result)));
            }
        }
        """;
}
