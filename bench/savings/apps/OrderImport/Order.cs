namespace OrderImport;

internal sealed class Order
{
    public string Id { get; set; } = "";
    public string Customer { get; set; } = "";
    public string Sku { get; set; } = "";
    public int Count { get; set; }
    public decimal Total { get; set; }
    public DateTime Placed { get; set; }
}
