namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>Code that was written in one place and runs where a value is first read or a query is enumerated.</summary>
public class LazyValuesAndQueries
{
    [Fact]
    public Task A_lazy_value_runs_its_factory() => Store.With("""
        private readonly Lazy<int> _given;
        private readonly Lazy<int> _raising;
        private readonly Lazy<int> _own = new(() => 3);
        private readonly Lazy<List<int>> _list = new(true);
        private readonly Lazy<string> _other;
        public Store(Func<int> make, Lazy<string> other)
        {
            _given = new Lazy<int>(make); _other = other;
            _raising = new Lazy<int>(() => { Changed?.Invoke(this, EventArgs.Empty); return 1; });
        }
        public void Read()
        {
            lock (_gate) { _count += {|DG1006:_given.Value|}; _count += {|DG1002:_raising.Value|}; }
            lock (_gate) { _count += _own.Value + _list.Value.Count + _other.Value.Length; }
            _count += _given.Value;
        }
        """);

    [Fact]
    public Task A_callers_query_of_any_kind_runs_its_code() => Store.With("""
        public void Take(IOrderedQueryable<int> ordered, ParallelQuery<int> parallel, OrderedParallelQuery<int> both, IQueryable<int> plain)
        {
            lock (_gate)
            {
                foreach (var n in {|DG1003:ordered|}) _count += n;
                foreach (var n in {|DG1003:parallel|}) _count += n;
                foreach (var n in {|DG1003:both|}) _count += n;
                _count += {|DG1003:plain|}.Count();
            }
        }
        public async Task TakeAsync(IAsyncEnumerable<int> all)
        {
            var one = new SemaphoreSlim(1);
            await one.WaitAsync();
            await foreach (var n in {|DG1003:all|}) _count += n;
            one.Release();
        }
        """);

    [Fact]
    public Task A_query_over_own_collections_runs_own_code_only() => Store.With("""
        private readonly List<int> _all = new();
        public void Take(Func<int, bool> test)
        {
            var own = _all.OrderBy(n => n).ThenBy(n => -n);
            var parallel = _all.AsParallel().Where(n => n > 1);
            var foreign = _all.AsParallel().Where(test).OrderBy(n => n);
            lock (_gate)
            {
                foreach (var n in own) _count += n;
                foreach (var n in parallel) _count += n;
                foreach (var n in {|DG1006:foreign|}) _count += n;
            }
        }
        """);
}
