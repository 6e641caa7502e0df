using System.Reflection;
using DepGraph.Analyzers.Locks.Callbacks;

namespace DepGraph.Analyzers.Tests.Locks;

public class KindsOfCallback
{
    [Fact]
    public void Every_kind_that_reads_operations_is_asked()
    {
        var read = typeof(EffectReader).Assembly.GetTypes()
            .Select(type => type.GetMethod("Read", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method?.ReturnType == typeof(IEnumerable<Effect>));

        EffectReader.Kinds.Select(kind => kind.Method).ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void Every_kind_reads_operations() =>
        typeof(Effect).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Effect)) && !type.IsAbstract && type.Namespace == typeof(Effect).Namespace)
            .Where(type => type.GetMethod("Read", BindingFlags.Public | BindingFlags.Static) is null)
            .ShouldBeEmpty();
}
