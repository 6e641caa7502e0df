namespace DepGraph.Analyzers.Tests.Locks;

public class ImplicitCallbacks
{
    [Fact]
    public Task Are_the_formats_of_somebody_elses_object() => Store.With("""
        private readonly TextWriter _writer = TextWriter.Null;
        private readonly System.Text.StringBuilder _text = new();
        private string _all = "";
        public void Log<T>(object record, IFormattable other, T any, params object[] arguments)
        {
            lock (_gate)
            {
                _writer.Write({|DG1003:record.ToString()|});
                _writer.WriteLine({|DG1003:record|});
                _writer.WriteLine($"{{|DG1003:record|}} and {{|DG1003:any|}} and {_count}");
                _writer.WriteLine("{0} {1}", {|DG1003:record|}, 5);
                _writer.WriteLine("{0}", {|DG1003:arguments|});
                _all = string.Format("{0}", {|DG1003:other|});
                _all = "a" + {|DG1003:record|};
                _all += {|DG1003:any|};
                _text.Append({|DG1003:record|}).AppendFormat("{0}", {|DG1003:record|});
                _all = string.Join(",", {|DG1003:arguments|});
                _all = string.Concat({|DG1003:record|}, "b");
                Console.WriteLine({|DG1003:record|});
                _all = {|DG1003:other.ToString("x", null)|};
            }
        }
        """);

    [Fact]
    public Task Are_not_the_formats_of_known_values() => Store.With("""
        private readonly TextWriter _writer = TextWriter.Null;
        private readonly System.Text.StringBuilder _text = new();
        private enum Kind { A }
        public void Log(string line, int number, DateTime at, Exception error, Guid id, object given)
        {
            object boxed = 5;
            var formatted = given.ToString();
            lock (_gate)
            {
                _writer.WriteLine($"{line} {number:x} {at} {id} {Kind.A} {boxed} {error.Message} {formatted} {error}");
                _writer.WriteLine("{0} {1}", line, number);
                _text.Append(number).Append(line).AppendFormat("{0}", at);
                _writer.Write(string.Concat(line, "x", number));
                if (given is string known) _writer.WriteLine(known);
                _writer.WriteLine((string)given);
            }
        }
        """);

    [Fact]
    public Task Are_the_enumerations_of_a_callers_sequence() => Store.With("""
        private readonly List<int> _all = new();
        private readonly IEnumerable<int> _source;
        public Store(IEnumerable<int> source) { _source = source; }
        public void Add(IEnumerable<int> items, IEnumerable<string> names)
        {
            lock (_gate)
            {
                foreach (var item in {|DG1003:items|}) _all.Add(item);
                _all.AddRange({|DG1003:items|});
                var copy = {|DG1003:items|}.ToList();
                var other = new HashSet<int>({|DG1003:items|});
                var first = {|DG1003:items.Where(x => x > 1)|}.First();
                var text = string.Join(",", {|DG1003:names|});
                foreach (var item in {|DG1003:_source|}) _count++;
            }
        }
        """);

    [Fact]
    public Task Are_not_the_enumerations_of_collections_or_own_sequences() => Store.With("""
        private readonly List<int> _all = new();
        private readonly Dictionary<int, string> _names = new();
        public void Add(List<int> list, int[] array, IReadOnlyCollection<int> collection, IEnumerable<int> items)
        {
            var copied = items.ToList();
            var query = items.Where(x => x > 1);
            lock (_gate)
            {
                _all.AddRange(list); _all.AddRange(array); _all.AddRange(collection); _all.AddRange(copied);
                foreach (var one in Own()) _all.Add(one);
                foreach (var name in _names.Values.Where(n => n.Length > 1).OrderBy(n => n)) _count++;
                foreach (var file in Directory.EnumerateFiles(".")) _count++;
                _ = string.Join(",", _all);
                var later = items.Select(x => x + 1);
            }
        }
        private IEnumerable<int> Own() { yield return 1; }
        """);

    [Fact]
    public Task Are_the_disposals_of_a_callers_object() => Store.With("""
        private readonly List<IDisposable> _owned = new();
        private IDisposable? _current;
        public void Set(IDisposable next) { lock (_gate) { {|DG1003:_current?.Dispose()|}; _current = next; } }
        public void Clear<T>(T item) where T : IDisposable
        {
            lock (_gate)
            {
                foreach (var one in _owned) {|DG1003:one.Dispose()|};
                {|DG1003:item.Dispose()|};
                using ({|DG1003:_owned[0]|}) { }
            }
        }
        """);

    [Fact]
    public Task Are_not_the_disposals_of_own_objects() => Store.With("""
        private readonly IDisposable _stream = new MemoryStream();
        private readonly CancellationTokenSource _stop = new();
        private Timer? _timer = new(_ => { });
        private readonly Part _part = new();
        private sealed class Part : IDisposable { public void Dispose() { } }
        public void Clear(Stream stream)
        {
            lock (_gate)
            {
                _stream.Dispose(); _stop.Dispose(); _timer?.Dispose(); _part.Dispose(); stream.Dispose();
                using var reader = new StringReader("x");
                foreach (var one in new List<int>()) _count++;
            }
        }
        """);

    [Fact]
    public Task The_logging_handler_that_formats_its_callers_object_under_a_re_entrant_lock() => Store.Source("""
        public sealed class Handler
        {
            private readonly object _gate = new();
            private readonly TextWriter _stream = Console.Error;
            public void Emit(object message, params object[] arguments)
            {
                lock (_gate) { Write(string.Format("{0}", {|DG1003:message|})); }
                lock (_gate) { {|DG1003:WriteRecord(message)|}; }
            }
            private void WriteRecord(object message) => Write(message.ToString()!);
            private void Write(string line) => _stream.WriteLine(line);
        }
        """);

    [Fact]
    public Task The_logging_handler_that_formats_its_callers_object_under_a_lock_that_is_not_re_entrant() => Store.Source("""
        public sealed class Handler
        {
            private readonly SemaphoreSlim _gate = new(1, 1);
            private readonly TextWriter _stream = Console.Error;
            public void Emit(object message)
            {
                _gate.Wait();
                try { _stream.WriteLine($"{DateTime.Now:O} {{|DG1003:message|}}"); }
                finally { _gate.Release(); }
            }
        }
        """);

    [Fact]
    public Task Of_a_public_method_of_another_type_count_where_they_are_done_to_what_it_is_handed() => Store.Source("""
        public sealed class Cell(IDisposable inner, object value)
        {
            public void Close() => inner.Dispose();
            public string Show() => value.ToString()!;
            public static void Write(object given) => Console.WriteLine(given);
            internal void Free() => inner.Dispose();
        }
        public sealed class Store(Cell cell)
        {
            private readonly object _gate = new();
            public void Quiet() { lock (_gate) { cell.Close(); cell.Show(); Cell.Write("text"); } }
            public void Run(object item) { lock (_gate) { {|DG1003:Cell.Write(item)|}; {|DG1003:cell.Free()|}; } }
        }
        """);

    [Fact]
    public Task What_an_internal_type_is_given_by_its_callers_is_known() => Store.Source("""
        internal sealed class Joined(IEnumerable<string> names)
        {
            private readonly object _gate = new();
            public int Count() { lock (_gate) return names.Count(); }
        }
        internal sealed class Given(IEnumerable<string> names)
        {
            private readonly object _gate = new();
            public int Count() { lock (_gate) return {|DG1003:names|}.Count(); }
        }
        public static class Factory
        {
            private static readonly List<string> Names = new();
            internal static Joined Own() => new(Names);
            public static int Foreign(IEnumerable<string> names) => new Given(names).Count();
        }
        """);
}
