using static DepGraph.Analyzers.Tests.Closures.LoopSource;

namespace DepGraph.Analyzers.Tests.Closures;

public class ClosuresKeptForLater
{
    [Fact]
    public Task In_a_list() => Flagged("for (int i = 0; i < 3; i++) actions.Add(() => Use([|i|]));");

    [Fact]
    public Task In_an_array() => Flagged("var all = new Action[3]; for (int i = 0; i < 3; i++) all[i] = () => Use([|i|]);");

    [Fact]
    public Task In_a_dictionary() => Flagged("for (int i = 0; i < 3; i++) byName[words[i]] = () => Use([|i|]);");

    [Fact]
    public Task In_a_dictionary_by_try_add() => Flagged("for (int i = 0; i < 3; i++) byName.TryAdd(words[i], delegate { Use([|i|]); });");

    [Fact]
    public Task In_a_stack_or_a_queue() => Flagged("""
        var stack = new Stack<Action>();
        var queue = new Queue<Action>();
        for (int i = 0; i < 3; i++)
        {
            stack.Push(() => Use([|i|]));
            queue.Enqueue(() => Use([|i|]));
        }
        """);

    [Fact]
    public Task In_a_concurrent_collection() => Flagged("""
        var bag = new System.Collections.Concurrent.ConcurrentBag<Action>();
        for (int i = 0; i < 3; i++) bag.Add(() => Use([|i|]));
        """);

    [Fact]
    public Task As_an_element_of_a_concurrent_dictionary() => Flagged("""
        var all = new System.Collections.Concurrent.ConcurrentDictionary<int, Func<int>>();
        for (int i = 0; i < 3; i++) all.GetOrAdd(i, () => [|i|]);
        """);

    [Fact]
    public Task In_an_immutable_list() => Flagged("""
        var all = System.Collections.Immutable.ImmutableList<Func<int>>.Empty;
        for (int i = 0; i < 3; i++) all = all.Add(() => [|i|]);
        funcs.AddRange(all);
        """);

    [Fact]
    public Task In_a_channel() => Flagged("""
        var channel = System.Threading.Channels.Channel.CreateUnbounded<Action>();
        for (int i = 0; i < 3; i++) channel.Writer.TryWrite(() => Use([|i|]));
        """);

    [Fact]
    public Task In_a_field() => Flagged("for (int i = 0; i < 3; i++) stored = () => Use([|i|]);");

    [Fact]
    public Task In_a_field_by_null_coalescing() => Flagged("for (int i = 0; i < 3; i++) stored ??= () => Use([|i|]);");

    [Fact]
    public Task In_a_field_by_an_interlocked_exchange() => Flagged("for (int i = 0; i < 3; i++) Interlocked.Exchange(ref stored, () => Use([|i|]));");

    [Fact]
    public Task In_a_property_of_an_object_from_outside() => Flagged("for (int i = 0; i < 3; i++) buttons[i].OnClick = () => Use([|i|]);");

    [Fact]
    public Task In_an_event() => Flagged("for (int i = 0; i < 3; i++) Happened += () => Use([|i|]);");

    [Fact]
    public Task In_an_event_of_an_element() => Flagged("for (int i = 0; i < buttons.Length; i++) buttons[i].Click += (sender, e) => Use([|i|]);");

    [Fact]
    public Task In_an_event_of_an_element_taken_to_a_local() => Flagged("""
        for (int i = 0; i < buttons.Length; i++)
        {
            var button = buttons[i];
            button.Click += (sender, e) => Use([|i|]);
        }
        """);

    [Fact]
    public Task In_an_event_of_a_new_object_that_is_kept() => Flagged("""
        var all = new List<Button>();
        for (int i = 0; i < 3; i++)
        {
            var button = new Button();
            button.Click += (sender, e) => Use([|i|]);
            all.Add(button);
        }
        """);

    [Fact]
    public Task In_an_outer_local() => Flagged("""
        Action last = null;
        for (int i = 0; i < 3; i++) last = () => Use([|i|]);
        last();
        """);

    [Fact]
    public Task In_an_outer_multicast_delegate() => Flagged("""
        Action all = null;
        for (int i = 0; i < 3; i++) all += () => Use([|i|]);
        all();
        """);

    [Fact]
    public Task By_combining_delegates() => Flagged("""
        Action all = null;
        for (int i = 0; i < 3; i++) all = (Action)Delegate.Combine(all, (Action)(() => Use([|i|])));
        all();
        """);

    [Fact]
    public Task By_deconstruction() => Flagged("for (int i = 0; i < 3; i++) (stored, _) = (() => Use([|i|]), 1);");

    [Fact]
    public Task Through_a_ref_local() => Flagged("""
        var all = new Action[3];
        for (int i = 0; i < 3; i++)
        {
            ref var slot = ref all[i];
            slot = () => Use([|i|]);
        }
        """);

    [Fact]
    public Task Through_an_out_parameter() => Flagged("await Task.Yield();", """
        static void Last(out Action last)
        {
            last = null;
            for (int i = 0; i < 3; i++) last = () => Use([|i|]);
        }
        """);

    [Fact]
    public Task By_an_iterator() => Flagged("await Task.Yield();", """
        static IEnumerable<Func<int>> Each()
        {
            for (int i = 0; i < 3; i++) yield return () => [|i|];
        }
        """);

    [Fact]
    public Task By_an_iterator_as_a_lazy_sequence() => Flagged("await Task.Yield();", """
        static IEnumerable<IEnumerable<int>> Batches(int[] all, int size)
        {
            for (int start = 0; start < all.Length; start += size) yield return all.Where(x => x >= [|start|]).Take(size);
        }
        """);

    [Fact]
    public Task As_an_expression_tree() => Flagged("""
        var filters = new List<System.Linq.Expressions.Expression<Func<string, bool>>>();
        for (int i = 0; i < 3; i++) filters.Add(word => word.Length == [|i|]);
        """);

    [Fact]
    public Task As_a_compiled_expression_tree() => Flagged("""
        for (int i = 0; i < 3; i++)
        {
            System.Linq.Expressions.Expression<Func<int>> expression = () => [|i|];
            funcs.Add(expression.Compile());
        }
        """);
}
