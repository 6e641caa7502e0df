namespace DepGraph.Analyzers.Tests.Locks;

/// <summary>A method takes <c>params object[]</c> and formats it: what each caller puts in decides.</summary>
public class FormattedArrays
{
    private const string Texts = """
        internal static class Texts
        {
            public static string Of(string format, params object?[] args) => string.Format(null, format, args);
            public static string Through(string format, params object?[] args) => args.Length == 0 ? format : Of(format, args);
        }
        """;

    [Fact]
    public Task Of_nothing_and_of_strings_numbers_and_exceptions_are_quiet() => Store.With("""
        private const int Five = 5;
        public void Log(string text, Exception error, int? maybe, DateTime at, Type type)
        {
            lock (_gate)
            {
                Own("a"); Own("a", text, 1, 2.5, error, at, maybe, type, null, Five, "b", text?.Length);
                Own("a", Array.Empty<object>()); Own("a", null); Own("a", new object[] { text, 1 }); Own("a", new object[0]);
                Texts.Of("a"); Texts.Of("a", text, error); Texts.Through("a", 1); Texts.Through("a", error.Message);
                var local = new object[] { text, _count };
                Own("a", local);
            }
        }
        private static void Own(string format, params object?[] args) => Console.WriteLine(format, args);
        """ + Texts);

    [Theory]
    [InlineData("Own(\"a\", text, item)")]
    [InlineData("Own(\"a\", other)")]
    [InlineData("Own(\"a\", all)")]
    [InlineData("Own(\"a\", new object[] { 1, item })")]
    [InlineData("Own(\"a\", local)")]
    [InlineData("Own(\"a\", Made())")]
    [InlineData("Texts.Of(\"a\", item)")]
    [InlineData("Texts.Through(\"a\", 1, other)")]
    public Task Of_somebody_elses_object_are_found(string call) => Store.With($$"""
        public void Log(string text, object item, IFormattable other, object[] all)
        {
            var local = new object[] { text, item };
            lock (_gate) {|DG1003:{{call}}|};
        }
        private object[] Made() => _made;
        private object[] _made = new object[0];
        public void Set(object[] made) => _made = made;
        private static void Own(string format, params object?[] args) => Console.WriteLine(format, args);
        """ + Texts);

    [Fact]
    public Task Are_told_by_each_caller_apart() => Store.With("""
        public void Quiet() { lock (_gate) Own("a", 1); }
        public void Loud(object item) { lock (_gate) {|DG1003:Own("a", item)|}; }
        public void QuietToo() { lock (_gate) Own("b", "text"); }
        private static void Own(string format, params object?[] args) => Console.WriteLine(format, args);
        """);
}
