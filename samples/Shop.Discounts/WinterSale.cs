using Shop.Catalog;

namespace Shop.Discounts;

/// <summary>A tenth off.</summary>
public sealed class WinterSale : IDiscount
{
    public Product Apply(Product product) => product with { Price = product.Price * 0.9m };
}
