using DepGraph.Tests.Types.Samples.Orders;
using DepGraph.Tests.Types.Samples.Stock;

#pragma warning disable CA1822, CS0649, IDE0130, IDE0161 // several namespaces that are read, and never run
namespace DepGraph.Tests.Types.Samples.Orders
{
    internal sealed record Order(string Name, int Count);

    internal abstract class Document;

    internal sealed partial class Basket
    {
        private sealed class Row(Order order)
        {
            public int Left => new Shelf<Order>().Count(order);
        }

        public Func<int> Later(Order order)
        {
            var row = new Row(order);
            return () => new Label().Length(order) + row.Left; // lambda
        }
    }

    internal sealed partial class Basket
    {
        public async Task<int> CountAsync(Order order)
        {
            await Task.Yield();
            return new Shelf<Order>().Count(order); // asynchronous
        }
    }
}

namespace DepGraph.Tests.Types.Samples.Stock
{
    internal sealed class Shelf<T>
    {
        public int Count(T item) => item is Order ? 1 : 0; // back
    }

    internal sealed class Label
    {
        public int Length<T>(T item) => item?.ToString()?.Length ?? 0;
    }
}

namespace DepGraph.Tests.Types.Samples.Print
{
    internal sealed class Page : Document
    {
        public List<Order> Orders { get; } = [];
    }
}
