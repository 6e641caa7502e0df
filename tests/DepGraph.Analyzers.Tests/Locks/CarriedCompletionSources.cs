namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>A completion source is made in one place, put into an object, and completed from there.</summary>
public class CarriedCompletionSources
{
    private const string Asynchronous = "new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)";

    public static TheoryData<string> Carriers =>
    [
        "private sealed class Waiter { public Waiter(int n, TaskCompletionSource tcs) => Tcs = tcs; public TaskCompletionSource Tcs { get; } }",
        "private sealed class Waiter { public readonly TaskCompletionSource Tcs; public Waiter(int n, TaskCompletionSource tcs) { Tcs = tcs; } }",
        "private sealed class Waiter(int n, TaskCompletionSource tcs) { public TaskCompletionSource Tcs => n > 0 ? tcs : tcs; }",
        "internal sealed class Waiter(int n, TaskCompletionSource tcs) { public TaskCompletionSource Tcs { get; } = tcs; public int N => n; }",
        "private sealed record Waiter(int N, TaskCompletionSource Tcs);",
        "public sealed class Waiter { public Waiter(int n, TaskCompletionSource tcs) => Tcs = tcs; public TaskCompletionSource Tcs { get; } }",
        "public sealed record Waiter(int N, TaskCompletionSource Tcs);",
        "public readonly struct Waiter(int n, TaskCompletionSource tcs) { public TaskCompletionSource Tcs { get; } = tcs; public int N => n; }",
        "private readonly record struct Waiter(int N, TaskCompletionSource Tcs);",
        "private readonly struct Waiter { public Waiter(int n, TaskCompletionSource tcs) => Tcs = tcs; public TaskCompletionSource Tcs { get; } }",
    ];

    [Theory]
    [MemberData(nameof(Carriers))]
    public Task Is_quiet_where_every_one_runs_its_continuations_elsewhere(string carrier) => Store.With($$"""
        private readonly List<Waiter> _waiters = new();
        public Task Wait() { lock (_gate) { var waiter = new Waiter(1, {{Asynchronous}}); _waiters.Add(waiter); return waiter.Tcs.Task; } }
        public Task WaitToo() { Waiter waiter = new(2, {{Asynchronous}}); lock (_gate) _waiters.Add(waiter); return waiter.Tcs.Task; }
        public void Done() { lock (_gate) foreach (var waiter in _waiters) waiter.Tcs.SetResult(); }
        {{carrier}}
        """);

    [Theory]
    [MemberData(nameof(Carriers))]
    public async Task Is_found_where_one_does_not(string carrier)
    {
        var found = await Store.With($$"""
            private readonly List<Waiter> _waiters = new();
            public void Wait() { lock (_gate) _waiters.Add(new Waiter(1, {{Asynchronous}})); }
            public void WaitToo() { lock (_gate) _waiters.Add(new(2, new TaskCompletionSource())); }
            public void Done() { lock (_gate) foreach (var waiter in _waiters) {|DG1002:waiter.Tcs.SetResult()|}; }
            {{carrier}}
            """);

        found.Single().AdditionalLocations.Skip(2).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Carriers))]
    public Task Is_found_where_one_comes_from_elsewhere(string carrier) => Store.With($$"""
        private readonly List<Waiter> _waiters = new();
        public void Wait() { lock (_gate) _waiters.Add(new Waiter(1, {{Asynchronous}})); }
        public void WaitToo(TaskCompletionSource given) { lock (_gate) _waiters.Add(new(2, given)); }
        public void Done() { lock (_gate) foreach (var waiter in _waiters) {|DG1002:waiter.Tcs.SetResult()|}; }
        {{carrier}}
        """);

    [Fact]
    public Task Is_found_where_nobody_here_makes_the_object() => Store.With("""
        public sealed class Waiter { public Waiter(int n, TaskCompletionSource tcs) => Tcs = tcs; public TaskCompletionSource Tcs { get; } }
        public void Done(Waiter waiter) { lock (_gate) {|DG1002:waiter.Tcs.SetResult()|}; }
        """);

    [Theory]
    [InlineData("private sealed record Waiter(int N, TaskCompletionSource Tcs) { public static Waiter With(Waiter one, TaskCompletionSource tcs) => one " +
        "with { Tcs = tcs }; }")]
    public Task Is_found_where_the_object_can_be_filled_by_others(string carrier) => Store.With($$"""
        private readonly List<Waiter> _waiters = new();
        public void Wait() { lock (_gate) _waiters.Add(new Waiter(1, {{Asynchronous}})); }
        public void Done() { lock (_gate) foreach (var waiter in _waiters) {|DG1002:waiter.Tcs.SetResult()|}; }
        {{carrier}}
        """);
}
