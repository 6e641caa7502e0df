using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class VariablesALoopShares
{
    [Fact]
    public Task While_with_a_variable_from_outside() => Flagged("int i = 0; while (i < 3) { actions.Add(() => Use([|i|])); i++; }");

    [Fact]
    public Task Do_with_the_write_in_its_condition() => Flagged("int i = 0; do { actions.Add(() => Use([|i|])); } while (++i < 3);");

    [Fact]
    public Task While_with_the_write_in_its_condition() =>
        Flagged("string line; var reader = new StringReader(words[0]); while ((line = reader.ReadLine()) != null) { actions.Add(() => Use([|line|])); }");

    [Fact]
    public Task Foreach_with_a_counter_beside_it() =>
        Flagged("int index = 0; foreach (var word in words) { actions.Add(() => Use(word + [|index|])); index++; }");

    [Fact]
    public Task Foreach_that_copies_into_a_variable_from_outside() =>
        Flagged("string last = null; foreach (var word in words) { last = word; actions.Add(() => Use([|last|])); }");

    [Fact]
    public Task Await_foreach_with_a_variable_from_outside() => Flagged("""
        int last = 0;
        await foreach (var n in Each()) { last = n; actions.Add(() => Use([|last|])); }
        """, "static async IAsyncEnumerable<int> Each() { await Task.Yield(); yield return 1; }");

    [Fact]
    public Task Goto_backward() => Flagged("int i = 0; again: actions.Add(() => Use([|i|])); i++; if (i < 3) goto again;");

    [Fact]
    public Task Goto_backward_keeps_the_variables_of_its_block() => Flagged("again: int n = Next(); actions.Add(() => Use([|n|])); if (n < 3) goto again;");

    [Fact]
    public Task Two_for_declarators() => Flagged("for (int i = 0, j = 9; i < j; i++, j--) actions.Add(() => Use([|i|] + [|j|]));");

    [Fact]
    public Task For_over_nodes() =>
        Flagged("for (var node = new LinkedList<int>(numbers).First; node != null; node = node.Next) actions.Add(() => Use([|node|].Value));");

    [Fact]
    public Task For_written_in_the_body_only() => Flagged("for (int i = 0; i < 3;) { actions.Add(() => Use([|i|])); i += 2; }");

    [Fact]
    public Task For_without_an_own_variable() => Flagged("int i; for (i = 0; i < 3; i++) actions.Add(() => Use([|i|]));");

    [Fact]
    public Task Both_variables_of_nested_loops() => Flagged("for (int i = 0; i < 3; i++) for (int j = 0; j < 3; j++) actions.Add(() => Use([|i|] * [|j|]));");

    [Fact]
    public Task Outer_variable_in_an_inner_foreach() =>
        Flagged("for (int i = 0; i < 3; i++) foreach (var word in words) actions.Add(() => Use(word + [|i|]));");

    [Fact]
    public Task Variable_of_the_outer_body_written_by_the_inner_loop() =>
        Flagged("foreach (var word in words) { int sum = 0; foreach (var n in numbers) { sum += n; actions.Add(() => Use([|sum|])); } }");

    [Fact]
    public Task Parameter() => Flagged("while (count > 0) { actions.Add(() => Use([|count|])); count--; }");

    [Fact]
    public Task Parameter_of_a_lambda_with_its_own_loop() =>
        Flagged("Action<int> run = n => { while (n > 0) { actions.Add(() => Use([|n|])); n--; } }; run(3);");

    [Fact]
    public Task Written_before_the_closure_in_every_iteration() => Flagged("int n; while (count-- > 0) { n = Next(); actions.Add(() => Use([|n|])); }");

    [Fact]
    public Task Written_by_out() => Flagged("int n; foreach (var word in words) { int.TryParse(word, out n); actions.Add(() => Use([|n|])); }");

    [Fact]
    public Task Written_by_ref() =>
        Flagged("int n = 0; foreach (var word in words) { Bump(ref n); actions.Add(() => Use([|n|])); }", "static void Bump(ref int n) => n++;");

    [Fact]
    public Task Written_by_deconstruction() => Flagged("int a = 0, b = 1; while (b < 100) { actions.Add(() => Use([|a|])); (a, b) = (b, a + b); }");

    [Fact]
    public Task Written_through_a_ref_local() => Flagged("int n = 0; foreach (var word in words) { ref int r = ref n; r++; actions.Add(() => Use([|n|])); }");

    [Fact]
    public Task Written_by_a_swap() => Flagged("string now = words[0]; foreach (var word in words) { actions.Add(() => Use([|now|])); now = word; }");

    [Fact]
    public Task Flag_set_after_the_first_iteration() =>
        Flagged("bool first = true; foreach (var word in words) { funcs.Add(() => [|first|] ? 1 : 0); first = false; }");

    [Fact]
    public Task Field_of_a_struct() => Flagged("(int X, int Y) at = (0, 0); foreach (var word in words) { at.X++; actions.Add(() => Use([|at|].X)); }");

    [Fact]
    public Task Written_by_an_outer_loop_only() =>
        Flagged("int level = 0; while (level < 3) { foreach (var word in words) actions.Add(() => Use(word + [|level|])); level++; }");

    [Fact]
    public Task Written_again_after_continue() =>
        Flagged("int n = 0; foreach (var word in words) { n++; if (word == null) { actions.Add(() => Use([|n|])); continue; } Use(word); }");

    [Fact]
    public Task Break_that_only_some_iterations_reach() => Flagged("for (int i = 0; i < 3; i++) { actions.Add(() => Use([|i|])); if (i == 1) break; }");

    [Fact]
    public Task Throw_that_a_handler_in_the_loop_catches() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            try { stored = () => Use([|i|]); throw new InvalidOperationException(); }
            catch (InvalidOperationException) { }
        }
        """);

    [Fact]
    public Task Loop_inside_a_lambda_a_local_function_and_an_accessor() => Flagged("""
        Action all = () => { for (int i = 0; i < 3; i++) actions.Add(() => Use([|i|])); };
        void Fill() { for (int i = 0; i < 3; i++) actions.Add(() => Use([|i|])); }
        """, "int Filled { get { for (int i = 0; i < 3; i++) actions.Add(() => Use([|i|])); return 1; } }");

    [Fact]
    public Task Loop_in_a_switch_section_a_using_and_a_lock() => Flagged("""
        switch (count)
        {
            case 1:
                lock (words) using (new StringReader("")) for (int i = 0; i < 3; i++) actions.Add(() => Use([|i|]));
                break;
        }
        """);

    [Fact]
    public Task One_finding_for_each_closure_and_variable() =>
        Flagged("for (int i = 0; i < 3; i++) { actions.Add(() => Use([|i|] + i)); actions.Add(() => { Use([|i|]); Use(i); }); }");

    [Fact]
    public Task Read_and_overwritten_by_the_closure() =>
        Flagged("int n = 0; while (n < 3) { actions.Add(() => { Use([|n|]); n = 100; }); n++; }");

    [Fact]
    public Task Counted_by_the_closure_and_by_the_for() => Flagged("for (int i = 0; i < 3; i++) funcs.Add(() => [|i|]++);");
}
