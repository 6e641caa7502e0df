using System.Runtime.CompilerServices;
using Spectre.Console;

namespace OrderImport;

/// <summary>The orders as a table, by Spectre.Console.</summary>
internal static class OrderTable
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Print(Order[] orders, Product[] products)
    {
        var table = new Table().Title("[bold]Orders[/]").Border(TableBorder.Rounded).AddColumns("Order", "Customer", "Product", "Total");
        foreach (var order in orders.Take(8))
        {
            var product = products.FirstOrDefault(product => product.Sku == order.Sku)?.Title ?? order.Sku;
            table.AddRow(order.Id, Markup.Escape(order.Customer), product, $"[green]{order.Total}[/]");
        }
        AnsiConsole.Write(table);
    }
}
