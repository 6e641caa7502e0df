namespace Shop.Catalog;

/// <summary>Something the shop sells.</summary>
public sealed record Product(string Name, decimal Price);

/// <summary>Changes prices; found in the plugin folder at startup.</summary>
public interface IDiscount
{
    Product Apply(Product product);
}
