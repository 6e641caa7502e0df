namespace DepGraph.Analyzers.Tests.Locks;

public class ObjectsMadeByReflection
{
    [Fact]
    public Task Run_constructors_of_whatever_type_is_given() => Store.With("""
        public object Make(Type type, System.Reflection.ConstructorInfo constructor)
        {
            lock (_gate)
            {
                _count += {|DG1006:constructor.Invoke(null)|}.GetHashCode();
                return {|DG1006:Activator.CreateInstance(type)|}!;
            }
        }
        """);

    [Fact]
    public Task Are_read_as_what_typeof_names() => Store.With("""
        private sealed class Quiet { }
        private sealed class Loud { public static event Action? Made; public Loud() => Made?.Invoke(); }
        public sealed class Told { public static event Action? Made; public Told() => Made?.Invoke(); }
        public void Make(Type part)
        {
            lock (_gate)
            {
                Activator.CreateInstance(typeof(Quiet));
                Activator.CreateInstance(typeof(List<>).MakeGenericType(part));
                typeof(Uri).GetConstructor([typeof(string)])!.Invoke([""]);
                {|DG1002:Activator.CreateInstance(typeof(Told))|};
            }
        }
        """);
}
