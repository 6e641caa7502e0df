using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class VariablesOfTheirOwnIteration
{
    [Fact]
    public Task Foreach() => Quiet("foreach (var word in words) actions.Add(() => Use(word));");

    [Fact]
    public Task Foreach_deconstructed() => Quiet("foreach (var (name, action) in byName) actions.Add(() => { Use(name); action(); });");

    [Fact]
    public Task Await_foreach() =>
        Quiet("await foreach (var n in Each()) actions.Add(() => Use(n));",
        "static async IAsyncEnumerable<int> Each() { await Task.Yield(); yield return 1; }");

    [Fact]
    public Task Copy_in_the_body() => Quiet("for (int i = 0; i < 3; i++) { int copy = i; actions.Add(() => Use(copy)); }");

    [Fact]
    public Task Copy_that_the_body_changes_before_and_after() =>
        Quiet("for (int i = 0; i < 3; i++) { int copy = i; copy++; actions.Add(() => Use(copy)); copy++; }");

    [Fact]
    public Task Out_var_in_a_while_condition() => Quiet("var queue = new Queue<int>(); while (queue.TryDequeue(out var n)) actions.Add(() => Use(n));");

    [Fact]
    public Task Pattern_in_a_while_condition() => Quiet("object value = words; while (value is string[] some) { actions.Add(() => Use(some)); value = null; }");

    [Fact]
    public Task Out_var_in_a_for_condition() => Quiet("var queue = new Queue<int>(); for (; queue.TryDequeue(out var n);) actions.Add(() => Use(n));");

    [Fact]
    public Task Pattern_and_out_var_in_the_body() =>
        Quiet("foreach (var word in words) { if (int.TryParse(word, out var n) && (object)word is string { Length: var length }) actions.Add(() => Use(n + " +
            "length)); }");

    [Fact]
    public Task Using_declaration() => Quiet("while (count-- > 0) { using var reader = new StringReader(words[0]); actions.Add(() => Use(reader)); }");

    [Fact]
    public Task Parameter_of_the_closure() => Quiet("for (int i = 0; i < 3; i++) { Action<int> show = n => Use(n); byName[words[i]] = () => show(1); }");

    [Fact]
    public Task State_passed_by_value() => Quiet("for (int i = 0; i < 3; i++) tasks.Add(Task.Factory.StartNew(state => Use((int)state), i));");

    [Fact]
    public Task Value_handed_to_a_method_that_makes_the_closure() =>
        Quiet("for (int i = 0; i < 3; i++) actions.Add(Show(i));", "static Action Show(int n) => () => Use(n);");

    [Fact]
    public Task Loop_of_an_outer_function_around_the_whole() =>
        Quiet("for (int i = 0; i < 3; i++) { numbers.ForEach(n => { var copy = n; actions.Add(() => Use(copy)); }); }");
}
