namespace OrderImport;

internal sealed class Product
{
    public string Sku { get; set; } = "";
    public string Title { get; set; } = "";
    public decimal Price { get; set; }
    public DateTimeOffset Since { get; set; }
    public List<string> Tags { get; set; } = [];
    public Measure? Size { get; set; }

    internal sealed record Measure(double Height, double Width);
}
