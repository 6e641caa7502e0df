using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class ClosuresFollowedToWhereTheyGo
{
    [Fact]
    public Task Through_a_local() => Flagged("for (int i = 0; i < 3; i++) { Func<int> f = () => [|i|]; funcs.Add(f); }");

    [Fact]
    public Task Through_two_locals() => Flagged("for (int i = 0; i < 3; i++) { var f = () => [|i|]; var g = f; funcs.Add(g); }");

    [Fact]
    public Task Through_a_local_assigned_later() => Flagged("for (int i = 0; i < 3; i++) { Func<int> f; f = () => [|i|]; funcs.Add(f); }");

    [Fact]
    public Task Through_a_conditional() => Flagged("for (int i = 0; i < 3; i++) funcs.Add(count > 1 ? () => [|i|] : () => 0);");

    [Fact]
    public Task Through_a_switch_expression() => Flagged("for (int i = 0; i < 3; i++) funcs.Add(count switch { 1 => () => [|i|], _ => () => 0 });");

    [Fact]
    public Task Through_null_coalescing() => Flagged("Func<int> given = null; for (int i = 0; i < 3; i++) funcs.Add(given ?? (() => [|i|]));");

    [Fact]
    public Task Through_casts_and_delegate_creation() => Flagged("""
        var all = new List<object>();
        for (int i = 0; i < 3; i++)
        {
            all.Add((Action)(() => Use([|i|])));
            all.Add(new Action(() => Use([|i|])));
        }
        """);

    [Fact]
    public Task Through_an_object_initializer() => Flagged("""
        var all = new List<Button>();
        for (int i = 0; i < 3; i++) all.Add(new Button { OnClick = () => Use([|i|]) });
        """);

    [Fact]
    public Task Through_a_collection_initializer() => Flagged("""
        var all = new List<List<Func<int>>>();
        for (int i = 0; i < 3; i++) all.Add(new List<Func<int>> { () => [|i|] });
        """);

    [Fact]
    public Task Through_an_index_initializer() => Flagged("""
        var all = new List<Dictionary<string, Func<int>>>();
        for (int i = 0; i < 3; i++) all.Add(new() { ["a"] = () => [|i|] });
        """);

    [Fact]
    public Task Through_a_collection_expression() => Flagged("""
        var all = new List<Func<int>[]>();
        for (int i = 0; i < 3; i++) all.Add([() => [|i|]]);
        """);

    [Fact]
    public Task Through_a_spread_of_closures() => Flagged("""
        Func<int>[] all = [];
        for (int i = 0; i < 3; i++) all = [.. all, () => [|i|]];
        funcs.AddRange(all);
        """);

    [Fact]
    public Task Through_an_array_added_whole() => Flagged("for (int i = 0; i < 3; i++) funcs.AddRange(new Func<int>[] { () => [|i|], () => [|i|] * 2 });");

    [Fact]
    public Task Through_a_tuple() => Flagged("""
        var all = new List<(string, Action)>();
        for (int i = 0; i < 3; i++) all.Add((words[i], () => Use([|i|])));
        """);

    [Fact]
    public Task Through_an_anonymous_object() => Flagged("""
        var all = new List<object>();
        for (int i = 0; i < 3; i++) all.Add(new { Name = words[0], Run = (Action)(() => Use([|i|])) });
        """);

    [Fact]
    public Task Through_a_record_and_a_with_expression() => Flagged("""
        var all = new List<Job>();
        for (int i = 0; i < 3; i++)
        {
            all.Add(new Job(() => Use([|i|])));
            all.Add(all[0] with { Run = () => Use([|i|]) });
        }
        """, "record Job(Action Run);");

    [Fact]
    public Task Through_a_constructor_that_keeps_it() => Flagged("""
        var jobs = new List<Job>();
        for (int i = 0; i < 3; i++) jobs.Add(new Job(() => Use([|i|])));
        """, "class Job { readonly Action _run; public Job(Action run) { _run = run; } public void Run() => _run(); }");

    [Fact]
    public Task Through_a_constructor_of_the_framework() => Flagged("""
        var all = new List<Lazy<int>>();
        for (int i = 0; i < 3; i++) all.Add(new Lazy<int>(() => [|i|]));
        """);

    [Fact]
    public Task Through_a_key_value_pair_and_a_tuple_factory() => Flagged("""
        var pairs = new List<KeyValuePair<string, Func<int>>>();
        var tuples = new List<Tuple<int, Func<int>>>();
        for (int i = 0; i < 3; i++)
        {
            pairs.Add(new KeyValuePair<string, Func<int>>("a", () => [|i|]));
            tuples.Add(Tuple.Create<int, Func<int>>(i, () => [|i|]));
        }
        """);

    [Fact]
    public Task Through_a_struct_that_is_kept() => Flagged("""
        var all = new List<Slot>();
        for (int i = 0; i < 3; i++) { Slot slot; slot.Get = () => [|i|]; all.Add(slot); }
        """, "struct Slot { public Func<int> Get; }");

    [Fact]
    public Task Through_another_closure_that_calls_it() => Flagged("for (int i = 0; i < 3; i++) { Func<int> f = () => [|i|]; actions.Add(() => f()); }");

    [Fact]
    public Task From_a_nested_lambda() => Flagged("for (int i = 0; i < 3; i++) numbers.ForEach(n => funcs.Add(() => n + [|i|]));");

    [Fact]
    public Task Inside_a_lambda_of_a_kept_lambda() => Flagged("for (int i = 0; i < 3; i++) funcs.Add(() => numbers.Count(n => n > [|i|]));");

    [Fact]
    public Task Made_by_a_selector() => Flagged("for (int i = 0; i < 3; i++) funcs.AddRange(numbers.Select(n => (Func<int>)(() => n + [|i|])));");

    [Fact]
    public Task As_a_local_function() => Flagged("for (int i = 0; i < 3; i++) { void Show() => Use([|i|]); actions.Add(Show); }");

    [Fact]
    public Task As_a_local_function_called_by_a_kept_lambda() =>
        Flagged("for (int i = 0; i < 3; i++) { actions.Add(() => Show()); void Show() { Use([|i|]); } }");

    [Fact]
    public Task As_a_local_function_declared_before_the_loop() => Flagged("""
        int current = 0;
        void Show() => Use([|current|]);
        for (int i = 0; i < 3; i++) { current = i; actions.Add(Show); }
        """);

    [Fact]
    public Task From_a_local_function_that_keeps_a_lambda() => Flagged("for (int i = 0; i < 3; i++) { Keep(); void Keep() => funcs.Add(() => [|i|]); }");

    [Fact]
    public Task Into_an_own_method_that_keeps_it() => Flagged(
        "for (int i = 0; i < 3; i++) Later(() => Use([|i|]));",
        "void Later(Action action) { if (action != null) actions.Add(action); }");

    [Fact]
    public Task Into_an_own_method_that_subscribes_it() => Flagged(
        "for (int i = 0; i < 3; i++) Hook(buttons[i], () => Use([|i|]));",
        "static void Hook(Button button, Action action) => button.Click += (sender, e) => action();");

    [Fact]
    public Task Into_an_own_method_that_passes_it_on_to_one_that_keeps_it() => Flagged(
        "for (int i = 0; i < 3; i++) Outer(() => Use([|i|]));",
        "void Outer(Action action) => Inner(action); void Inner(Action action) => stored = action;");

    [Fact]
    public Task Into_an_own_method_that_schedules_it() => Flagged(
        "for (int i = 0; i < 3; i++) Start(() => Use([|i|]));",
        "static void Start(Action action) => Task.Run(action);");

    [Fact]
    public Task Into_an_own_method_that_gives_back_a_wrapper() => Flagged(
        "for (int i = 0; i < 3; i++) actions.Add(Wrap(() => Use([|i|])));",
        "static Action Wrap(Action action) => () => { action(); };");

    [Fact]
    public Task Into_an_own_object_that_keeps_it_and_is_kept() => Flagged("""
        var all = new List<Bus>();
        for (int i = 0; i < 3; i++) { var bus = new Bus(); bus.On(() => Use([|i|])); all.Add(bus); }
        """, "class Bus { Action _all; public void On(Action action) => _all += action; }");

    [Fact]
    public Task Into_an_own_object_from_outside() => Flagged(
        "var bus = new Bus(); for (int i = 0; i < 3; i++) bus.On(() => Use([|i|]));",
        "class Bus { Action _all; public void On(Action action) => _all += action; }");

    [Fact]
    public Task Into_an_own_deferred_operator_whose_result_is_kept() => Flagged("""
        var all = new List<IEnumerable<int>>();
        for (int i = 0; i < 3; i++) all.Add(Filter(numbers, n => n > [|i|]));
        """, "static IEnumerable<int> Filter(IEnumerable<int> source, Func<int, bool> test) { foreach (var n in source) if (test(n)) yield return n; }");

    [Fact]
    public Task Out_of_an_array_a_tuple_and_an_object_again() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            var array = new Func<int>[] { () => [|i|] };
            funcs.Add(array[0]);
            var tuple = (Get: (Func<int>)(() => [|i|]), 1);
            funcs.Add(tuple.Get);
            var (first, _) = ((Func<int>)(() => [|i|]), 1);
            funcs.Add(first);
            var button = new Button { OnClick = () => Use([|i|]) };
            actions.Add(button.OnClick);
        }
        """);

    [Fact]
    public Task Out_of_a_list_by_foreach() =>
        Flagged("for (int i = 0; i < 3; i++) { var own = new List<Func<int>> { () => [|i|] }; foreach (var f in own) funcs.Add(f); }");

    [Fact]
    public Task As_the_value_a_concurrent_dictionary_makes() =>
        Flagged("var all = new System.Collections.Concurrent.ConcurrentDictionary<int, Func<int>>(); for (int i = 0; i < 3; i++) all.GetOrAdd(i, n => () " +
            "=> n + [|i|]);");

    [Fact]
    public Task As_the_result_of_a_closure_called_at_once() =>
        Flagged("for (int i = 0; i < 3; i++) { Func<Func<int>> make = () => () => [|i|]; funcs.Add(make()); }");

    [Fact]
    public Task As_the_result_of_a_local_function() => Flagged("for (int i = 0; i < 3; i++) { funcs.Add(Make()); Func<int> Make() => () => [|i|]; }");

    [Fact]
    public Task In_a_comparer_of_a_kept_set() =>
        Flagged("var all = new List<SortedSet<int>>(); for (int i = 0; i < 3; i++) all.Add(new SortedSet<int>(Comparer<int>.Create((a, b) => (a - b) " +
            "* [|i|])));");

    [Fact]
    public Task As_a_chain_of_delegates() =>
        Flagged("Func<int, int> pipe = n => n; for (int i = 0; i < 3; i++) { var inner = pipe; pipe = n => inner(n) + [|i|]; } Use(pipe(1));");

    [Fact]
    public Task As_a_local_function_inside_a_local_function() =>
        Flagged("for (int i = 0; i < 3; i++) { int Outer() => Inner(); int Inner() => [|i|]; funcs.Add(Outer); }");

    [Fact]
    public Task Into_a_local_lambda_that_keeps_it() =>
        Flagged("Action<Action> keep = action => actions.Add(action); for (int i = 0; i < 3; i++) keep(() => Use([|i|]));");

    [Fact]
    public Task Into_a_local_function_that_keeps_it_in_an_outer_local() =>
        Flagged("var own = new List<Action>(); void Keep(Action action) => own.Add(action); for (int i = 0; i < 3; i++) Keep(() => Use([|i|]));");

    [Fact]
    public Task Into_an_own_params_method_that_keeps_it() =>
        Flagged("for (int i = 0; i < 3; i++) All(() => Use([|i|]), () => Use([|i|] * 2));",
        "void All(params Action[] all) { foreach (var one in all) actions.Add(one); }");

    [Fact]
    public Task Into_a_fluent_builder_that_is_kept() =>
        Flagged("var all = new List<Builder>(); for (int i = 0; i < 3; i++) all.Add(new Builder().With(() => Use([|i|])));",
        "class Builder { Action _run; public Builder With(Action run) { _run = run; return this; } }");

    [Fact]
    public Task Into_a_base_constructor_that_keeps_it() =>
        Flagged("var all = new List<Job>(); for (int i = 0; i < 3; i++) all.Add(new Named(() => Use([|i|])));",
        "class Job { readonly Action _run; protected Job(Action run) => _run = run; } class Named : Job { public Named(Action run) : base(() => run()) { } }");

    [Fact]
    public Task Into_an_own_static_registry() => Flagged("""
        for (int i = 0; i < 3; i++) Registry.Add("a", () => Use([|i|]));
        """, "static class Registry { static readonly Dictionary<string, Action> All = new(); " +
            "public static void Add(string name, Action run) { lock (All) All[name] = run; } }");
}
