namespace OrderImport;

internal sealed class Order
{
    public string Id { get; set; } = "";
    public string Customer { get; set; } = "";
    public string Sku { get; set; } = "";
    public int Count { get; set; }
    public decimal Total { get; set; }
    public DateTime Placed { get; set; }

    public static Order[] ByHand { get; } = [.. Enumerable.Range(1, 8).Select(Numbered)];

    private static Order Numbered(int n) => new() { Id = $"{n}", Customer = "Somebody", Sku = "A", Count = n, Total = n, Placed = new(2025, 9, 1 + n) };
}
