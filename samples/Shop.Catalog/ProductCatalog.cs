using System.Reflection;
using Newtonsoft.Json;

namespace Shop.Catalog;

/// <summary>The products, at today's prices.</summary>
public sealed class ProductCatalog
{
    private ProductCatalog(IReadOnlyList<Product> products) => Products = products;

    public IReadOnlyList<Product> Products { get; }

    /// <summary>Reads the products and lets every plugin have its say.</summary>
    public static ProductCatalog Open(string products, string pluginFolder)
    {
        var all = JsonConvert.DeserializeObject<List<Product>>(products) ?? [];
        var discounts = Directory.EnumerateFiles(pluginFolder, "Shop.*.dll").Order(StringComparer.Ordinal).SelectMany(Discounts).ToList();
        return new ProductCatalog([.. all.Select(product => discounts.Aggregate(product, (p, d) => d.Apply(p)))]);
    }

    private static IEnumerable<IDiscount> Discounts(string plugin) => Assembly.LoadFrom(plugin).GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(IDiscount)))
        .Select(type => (IDiscount)Activator.CreateInstance(type)!);
}
