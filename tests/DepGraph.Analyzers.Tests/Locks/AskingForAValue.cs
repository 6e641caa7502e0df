namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Who is asked for a value under a lock hardly ever blocks: a suggestion. Who is told something is called back: a warning.</summary>
public class AskingForAValue
{
    [Fact]
    public Task Of_a_delegate_is_a_suggestion_where_the_value_is_used() => Store.With("""
        public delegate object Creator(string key);
        private readonly Func<DateTime> _now;
        private readonly Dictionary<string, Creator> _creators = new();
        public Store(Func<DateTime> now, Dictionary<string, Creator> creators) { _now = now; _creators = creators; }
        public object Get(string key, Predicate<string> match, Func<int, TimeSpan> delay, Comparison<int> order, List<string> all)
        {
            lock (_gate)
            {
                if ({|DG1006:match(key)|}) _count++;
                _count += {|DG1006:_now()|}.Day + {|DG1006:delay(_count)|}.Days + {|DG1006:order.Invoke(1, 2)|};
                {|DG1006:all.RemoveAll(match)|};
                return {|DG1006:_creators[key](key)|};
            }
        }
        """);

    [Fact]
    public Task Of_what_gets_or_makes_a_handler_is_a_suggestion() => Store.With("""
        private readonly Func<string, EventHandler> _getEventHandler;
        private readonly Func<string, bool> _eventHandler, _getawayHandler;
        public Store(Func<string, EventHandler> get, Func<string, bool> handler) { _getEventHandler = get; _eventHandler = _getawayHandler = handler; }
        public EventHandler Get(Func<EventHandler> createCallback)
        {
            lock (_gate)
            {
                if ({|DG1002:_eventHandler("a")|} || {|DG1002:_getawayHandler("a")|}) _count++;
                return _count == 1 ? {|DG1006:createCallback()|} : {|DG1006:_getEventHandler("a")|};
            }
        }
        """);

    [Fact]
    public Task Is_a_warning_where_the_value_is_thrown_away_or_is_a_task() => Store.With("""
        public async Task Run(Func<int> compute, Func<Task> work, Func<CancellationToken, ValueTask<int>> load, Action<int> tell, List<int> all)
        {
            Task started;
            lock (_gate)
            {
                {|DG1002:compute()|};
                _ = {|DG1002:compute()|};
                {|DG1002:tell(1)|};
                {|DG1002:all.ForEach(tell)|};
                started = {|DG1002:work()|};
                _count += {|DG1002:load(default)|}.IsCompleted ? 1 : 0;
            }
            await started;
        }
        """);

    [Fact]
    public Task Of_a_factory_is_a_suggestion_where_it_begins_a_task() => Store.With("""
        private readonly Dictionary<string, Task<int>> _all = new();
        public Task<int> Get(string key, Func<Task<int>> factory, Func<Task<int>> createValue, Func<Task<int>> work, Func<Task> restartFactory)
        {
            lock (_gate)
            {
                _all["a"] = {|DG1006:factory()|};
                _all["b"] = {|DG1006:createValue()|};
                _all["c"] = {|DG1002:work()|};
                {|DG1002:restartFactory()|};
                return _all[key];
            }
        }
        """);

    [Fact]
    public Task Is_a_warning_where_somebody_is_told_something_and_answers() => Store.With("""
        public delegate bool CloseHandler(int id);
        public event Func<int, bool>? Closing;
        public void Close(Func<int, bool> handler, Func<bool> onCloseCallback, CloseHandler close, Func<int, bool> filter)
        {
            lock (_gate)
            {
                if ({|DG1002:handler(1)|} || {|DG1002:onCloseCallback()|} || {|DG1002:close(2)|} || {|DG1002:Closing!(3)|}) _count++;
                if ({|DG1006:filter(4)|}) _count++;
            }
        }
        """);

    [Fact]
    public Task Of_a_comparer_is_a_suggestion() => Store.With("""
        public void Sort(IComparer<int> order, IEqualityComparer<string> same, List<int> all)
        {
            lock (_gate)
            {
                if ({|DG1006:order.Compare(1, 2)|} > 0 && {|DG1006:same.Equals("a", "b")|}) _count++;
                {|DG1006:all.Sort(order)|};
            }
        }
        """);

    [Fact]
    public Task Of_own_code_tells_what_that_does() => Store.With("""
        private int Tell() { Changed?.Invoke(this, EventArgs.Empty); return 1; }
        private static int Compute() => 1;
        private static int Ask(Func<int> ask) => ask();
        public void Add() { lock (_gate) { _count += Ask(Compute); _count += {|DG1002:Ask(Tell)|}; } }
        """);
}
