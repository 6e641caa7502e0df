namespace DepGraph.Analyzers.Tests.Locks;

public class CallsByReflection
{
    [Fact]
    public Task Of_a_method_that_typeof_and_nameof_name_are_read_as_calls_of_it() => Store.Source("""
        using System.Reflection;
        public class Cache
        {
            private static readonly object Gate = new();
            private static readonly MethodInfo Kept = typeof(Cache).GetMethod(nameof(Own), BindingFlags.NonPublic | BindingFlags.Static)!;
            private static int _count;
            public static event Action? Changed;
            public static void Add(Type type)
            {
                lock (Gate)
                {
                    typeof(Handlers<>).MakeGenericType(type).GetMethod(nameof(Handlers<int>.Set), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [1]);
                    Kept.Invoke(null, null);
                    typeof(Cache).GetMethod("Generic", BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);
                    var method = typeof(Cache).GetMethod(nameof(Own));
                    method?.Invoke(null, null);
                    {|DG1002:typeof(Cache).GetMethod(nameof(Raise), BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null)|};
                }
            }
            private static void Own() => _count++;
            private static void Generic<T>() => _count++;
            private static void Raise() => Changed?.Invoke();
            private static class Handlers<T> { public static void Set(int n) => _count = n; }
        }
        """);

    [Fact]
    public Task Of_the_platforms_own_methods_that_typeof_and_a_constant_name_run_nobody_elses_code() => Store.Source("""
        using System.Reflection;
        using System.Reflection.Emit;
        public class Emitter
        {
            private static readonly object Gate = new();
            private static readonly MethodInfo? Token = typeof(MethodBuilder).GetMethod("GetToken", BindingFlags.NonPublic | BindingFlags.Instance)
                ?? typeof(MethodBuilder).GetProperty("MethodToken", BindingFlags.NonPublic | BindingFlags.Instance)?.GetMethod;
            public static void Add(MethodBuilder method, Stream stream)
            {
                lock (Gate)
                {
                    Token!.Invoke(method, null);
                    {|DG1002:typeof(Stream).GetMethod("Flush", BindingFlags.Public | BindingFlags.Instance)!.Invoke(stream, null)|};
                }
            }
        }
        """);

    [Fact]
    public Task Of_a_method_that_is_not_known_are_callbacks() => Store.Source("""
        using System.Reflection;
        public class Cache
        {
            private static readonly object Gate = new();
            public static void Add(Type type, string name, MethodInfo method)
            {
                lock (Gate)
                {
                    {|DG1002:type.GetMethod("Set")!.Invoke(null, null)|};
                    {|DG1002:typeof(Cache).GetMethod(name)!.Invoke(null, null)|};
                    {|DG1002:typeof(Cache).GetMethod("NotThere")!.Invoke(null, null)|};
                    {|DG1002:typeof(Lazy<>).MakeGenericType(type).GetMethod("ToString")!.Invoke(null, null)|};
                    {|DG1002:method.Invoke(null, null)|};
                    {|DG1002:(name.Length > 1 ? method : typeof(Cache).GetMethod(nameof(Own)))!.Invoke(null, null)|};
                }
            }
            public static void Own() { }
        }
        """);
}
