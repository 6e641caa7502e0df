using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class VariablesTheLoopDoesNotChange
{
    [Fact]
    public Task Never_written() => Quiet("var prefix = words[0]; foreach (var word in words) actions.Add(() => Use(prefix + word));");

    [Fact]
    public Task Second_declarator_that_holds_the_limit() =>
        Quiet("for (int i = 0, n = words.Length; i < n; i++) { var word = words[i]; actions.Add(() => Use(word + n)); }");

    [Fact]
    public Task Written_before_the_loop() => Quiet("int n = 0; n = Next(); foreach (var word in words) actions.Add(() => Use(n));");

    [Fact]
    public Task Written_after_the_loop() => Quiet("int n = 0; foreach (var word in words) actions.Add(() => Use(n)); n = 5;");

    [Fact]
    public Task Written_by_closures_only() => Quiet("int calls = 0; foreach (var word in words) actions.Add(() => { calls++; Use(calls); });");

    [Fact]
    public Task Written_by_a_local_function_only() =>
        Quiet("int n = 0; void Bump() => n++; foreach (var word in words) { Bump(); actions.Add(() => Use(n)); }");

    [Fact]
    public Task Member_of_a_captured_object() =>
        Quiet("var button = new Button(); foreach (var word in words) { button.OnClick = null; actions.Add(() => Use(button)); }");

    [Fact]
    public Task Element_of_a_captured_array() => Quiet("var all = new int[9]; foreach (var word in words) { all[0]++; actions.Add(() => Use(all[0])); }");

    [Fact]
    public Task Read_by_in_and_by_volatile() =>
        Quiet("int n = 0; foreach (var word in words) { Look(in n); Use(Volatile.Read(ref n)); actions.Add(() => Use(n)); }", "static void Look(in int n) { }");

    [Fact]
    public Task Field() => Quiet("for (_at = 0; _at < 3; _at++) actions.Add(() => Use(_at));", "int _at;");

    [Fact]
    public Task Filled_once_ahead_of_the_closure() =>
        Quiet("Button button = null; foreach (var word in words) { button ??= new Button(); actions.Add(() => Use(button)); }");

    [Fact]
    public Task Filled_once_by_an_if_ahead_of_the_closure() =>
        Quiet("Button button = null; foreach (var word in words) { if (button == null) { button = new Button(); } actions.Add(() => Use(button)); }");

    [Fact]
    public Task Overwritten_by_the_closure_to_end_the_loop() => Quiet("""
        int tries = 0;
        do
        {
            Happened += () => tries = 100;
            if (Next() > 1) tries++;
        }
        while (tries < 3);
        """);

    [Fact]
    public Task Overwritten_by_the_closure_to_end_the_for() => Quiet("for (int tries = 0; tries < 3; tries++) Happened += () => tries = 100;");

    [Fact]
    public Task Counted_on_both_sides() =>
        Quiet("int pending = 0; foreach (var word in words) { pending++; actions.Add(() => { if (--pending == 0) Use(word); }); }");

    [Fact]
    public Task Counted_by_interlocked_on_both_sides() =>
        Quiet("int pending = 0; foreach (var word in words) { Interlocked.Increment(ref pending); Task.Run(() => Interlocked.Decrement(ref pending)); }");

    [Fact]
    public Task Reported_back_by_the_closure() =>
        Quiet("string error = null; foreach (var button in buttons) { error = null; button.Click += (sender, e) => error = \"clicked\"; Use(error); }");

    [Fact]
    public Task Only_its_name() => Quiet("for (int i = 0; i < 3; i++) actions.Add(() => Use(nameof(i)));");

    [Fact]
    public Task Constant_static_and_capture_free() =>
        Quiet("const int n = 3; for (int i = 0; i < n; i++) { actions.Add(() => Use(n)); actions.Add(static () => Use(1)); }");

    [Fact]
    public Task Loop_left_by_break() => Quiet("for (int i = 0; i < 3; i++) { if (words[i] == null) { stored = () => Use(i); break; } }");

    [Fact]
    public Task Loop_left_by_return() => Quiet("for (int i = 0; i < 3; i++) { if (words[i] == null) { actions.Add(() => Use(i)); return; } }");

    [Fact]
    public Task Loop_left_by_throw() => Quiet("for (int i = 0; i < 3; i++) { if (words[i] == null) { actions.Add(() => Use(i)); throw new Exception(); } }");

    [Fact]
    public Task Loop_left_by_goto() => Quiet("for (int i = 0; i < 3; i++) { if (words[i] == null) { stored = () => Use(i); goto found; } } found: Use(1);");

    [Fact]
    public Task Loop_left_from_an_inner_switch_and_try() => Quiet("""
        for (int i = 0; i < 3; i++)
        {
            try
            {
                switch (words[i])
                {
                    case "a": stored = () => Use(i); return;
                    default: continue;
                }
            }
            finally { Use(1); }
        }
        """);

    [Fact]
    public Task Closure_returned() =>
        Quiet("await Task.Yield();",
        "static Func<int> Find(int[] all) { for (int i = 0; i < all.Length; i++) if (all[i] > 0) return () => all[i]; return null; }");

    [Fact]
    public Task Closure_ahead_of_or_behind_the_loop() => Quiet("int i = 0; actions.Add(() => Use(i)); for (; i < 3; i++) Use(i); actions.Add(() => Use(i));");

    [Fact]
    public Task Closure_in_what_runs_once() =>
        Quiet("int i = 0; foreach (var word in words.Where(w => w.Length > i)) { Use(word); i++; } for (stored = () => Use(i); i < 3; i++) Use(i);");
}
