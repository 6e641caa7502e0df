namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>What comes out of a private collection is what was put in: own objects of known types have nothing to hide.</summary>
public class CollectionsFilledHere
{
    private const string Types = """
        public interface IPart { void Run(); }
        internal sealed class Quiet : IPart { private int _n; public void Run() => _n++; }
        internal sealed class Loud(Action call) : IPart { public void Run() => call(); }
        """;

    public static TheoryData<string, string, string> Collections => new()
    {
        { "List<IPart> _all = new()", "_all.Add(PART)", "foreach (var part in _all) CALL" },
        { "List<IPart> _all = [new Quiet()]", "_all.Insert(0, PART)", "var part = _all[0]; CALL" },
        { "IPart[] _all = new IPart[4]", "_all[1] = PART", "foreach (IPart part in _all) CALL" },
        { "IList<IPart> _all = new List<IPart> { new Quiet() }", "_all.Add(PART)", "foreach (var part in _all.Where(p => p != null).ToList()) CALL" },
        { "Queue<IPart> _all = new()", "_all.Enqueue(PART)", "while (_all.Count > 0) { var part = _all.Dequeue(); CALL }" },
        { "ConcurrentQueue<IPart> _all = new()", "_all.Enqueue(PART)", "while (_all.TryDequeue(out var part)) CALL" },
        { "Dictionary<string, IPart> _all = new()", "_all[\"a\"] = PART", "if (_all.TryGetValue(\"b\", out var part)) CALL" },
        { "Dictionary<string, IPart> _all = new() { [\"x\"] = new Quiet() }", "_all.Add(\"a\", PART)", "foreach (var part in _all.Values) CALL" },
        { "Dictionary<string, IPart> _all = new()", "_all.TryAdd(\"a\", PART)", "foreach (var pair in _all) { var part = pair.Value; CALL }" },
        { "ConcurrentDictionary<string, IPart> _all = new()", "_ = 1", "var part = _all.GetOrAdd(\"a\", _ => PART); CALL" },
        { "Stack<IPart> _all = new()", "_all.Push(PART)", "var copy = _all.ToArray(); foreach (var part in copy) CALL" },
        { "List<IPart> _all = new()", "Keep(PART); void Keep(IPart kept) { _all.Add(kept); }", "var part = _all.FirstOrDefault(); CALL" },
    };

    [Theory]
    [MemberData(nameof(Collections))]
    public Task With_own_objects_are_quiet(string field, string put, string read) => Test(field, put, read, "new Quiet()", "part?.Run();");

    [Theory]
    [MemberData(nameof(Collections))]
    public Task With_objects_of_others_are_found(string field, string put, string read) => Test(field, put, read, "given", "{|DG1006:part?.Run()|};");

    [Theory]
    [MemberData(nameof(Collections))]
    public Task With_own_objects_that_call_back_are_found(string field, string put, string read) =>
        Test(field, put, read, "new Loud(() => Changed?.Invoke(this, EventArgs.Empty))", "{|DG1002:part?.Run()|};");

    [Theory]
    [InlineData("public List<IPart> All => _all;")]
    [InlineData("public void Fill(Action<List<IPart>> fill) => fill(_all);")]
    [InlineData("public void Fill(IEnumerable<IPart> more) => _all.AddRange(more);")]
    [InlineData("public void Take(List<IPart> other) => _all = other;")]
    [InlineData("public void Fill() => Other.Fill(_all); " +
        "private class Other { public static IList<IPart>? Kept; public static void Fill(IList<IPart> all) => Kept = all; }")]
    public Task That_others_may_fill_as_well_are_found(string leak) => Store.With($$"""
        private List<IPart> _all = new() { new Quiet() };
        public void Run() { lock (_gate) foreach (var part in _all) {|DG1006:part.Run()|}; }
        {{leak}}
        {{Types}}
        """);

    [Theory]
    [InlineData("public IReadOnlyList<IPart> All => _all;")]
    [InlineData("public int Count => _all.Count + _all.Count(p => p is Quiet);")]
    [InlineData("public void Clear(IPart given) { lock (_all) { _all.Remove(given); _all.Clear(); } }")]
    [InlineData("public IPart[] Copy() => _all.ToArray();")]
    public Task That_others_only_look_at_are_quiet(string look) => Store.With($$"""
        private readonly List<IPart> _all = new() { new Quiet() };
        public void Run() { lock (_gate) foreach (var part in _all) part.Run(); }
        {{look}}
        {{Types}}
        """);

    [Fact]
    public Task Of_delegates_are_read_the_same_way() => Store.With("""
        private readonly List<Action> _own = new();
        private readonly List<Action> _given = new();
        public Store() { _own.Add(() => _count++); _own.Add(Step); }
        public void Add(Action given) => _given.Add(given);
        public void Run() { lock (_gate) { foreach (var one in _own) one(); foreach (var one in _given) {|DG1002:one()|}; } }
        private void Step() => _count++;
        """);

    [Fact]
    public Task With_objects_whose_base_class_implements_the_interface_run_the_override() => Store.With("""
        public interface IPart { void Run(); }
        internal abstract class Base : IPart { public abstract void Run(); public virtual void Stop() { } }
        internal sealed class Quiet : Base { private int _n; public override void Run() => _n++; }
        internal sealed class Loud(Action call) : Base { public override void Run() => call(); }
        private readonly List<IPart> _quiet = new();
        private readonly List<IPart> _loud = new();
        private readonly IPart _one = new Quiet();
        public void Put(Action given) { _quiet.Add(new Quiet()); _loud.Add(new Loud(given)); }
        public void Run() { lock (_gate) { foreach (var part in _quiet) part.Run(); foreach (var part in _loud) {|DG1002:part.Run()|}; _one.Run(); } }
        """);

    [Fact]
    public Task Public_counts_as_internal_in_a_program() => Store.Source("""
        var plan = new Plan(new Quiet());
        plan.Run();
        public interface IPart { void Run(); }
        public class Quiet : IPart { private int _n; public void Run() => _n++; }
        public class Base { public virtual void Hook() { } }
        public class Plan(IPart part) : Base
        {
            private readonly object _gate = new();
            public event Action? Changed;
            public void Run() { lock (_gate) { part.Run(); Hook(); Each(() => { }); {|DG1006:Changed?.Invoke()|}; } }
            public void Each(Action own) { lock (_gate) own(); }
        }
        """);

    private static Task Test(string field, string put, string read, string part, string call) => Store.With($$"""
        private readonly {{field}};
        public void Put(IPart given) { {{put.Replace("PART", part, StringComparison.Ordinal)}}; }
        public void Run(IPart given)
        {
            lock (_gate) { {{read.Replace("PART", part, StringComparison.Ordinal).Replace("CALL", call, StringComparison.Ordinal)}} }
        }
        {{Types}}
        """);
}
