using DepGraph.Recording.Tracing;

namespace DepGraph.Tests.Recording.Tracing;

/// <seealso cref="MethodTable"/>
public class WhereAMethodsCodeLies
{
    private static readonly TraceCodeMap Map = new(7, [-2, 0, 4, -1, 9, -3], [0, 3, 10, 20, 24, 40]);

    [Theory]
    [InlineData(0, -1)]
    [InlineData(3, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 4)]
    [InlineData(21, -1)]
    [InlineData(39, 9)]
    [InlineData(1000, -1)]
    public void Tells_which_il_it_comes_of(long offset, int il) => Map.IlAt(offset).ShouldBe(il);

    [Fact]
    public void Is_told_with_its_map_also_where_the_rundown_tells_of_it_once_more()
    {
        var mapped = Method();
        mapped.TakeMap(Map);
        mapped.TakeMap(Map with { Method = 8 });

        foreach (var methods in new[] { new[] { mapped, Method() }, [Method(), mapped] })
        {
            var table = new MethodTable(methods);
            table.Find(1010).ShouldNotBeNull().Map.ShouldBe(Map);
            table.Find(999).ShouldBeNull();
            table.Find(1100).ShouldBeNull();
        }
    }

    private static TraceMethod Method() => new(7, 1, 1000, 100, 0x06000001, "Program.Main");
}
