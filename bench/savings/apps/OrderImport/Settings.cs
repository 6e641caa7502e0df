namespace OrderImport;

/// <summary>What is imported, and how.</summary>
internal sealed class Settings
{
    public string Orders { get; set; } = "orders.csv";
    public string Catalog { get; set; } = "catalog.json";
    public string Rates { get; set; } = "rates.html";
    public List<Warehouse> Warehouses { get; set; } = [];
    public Dictionary<string, decimal> Limits { get; set; } = [];

    internal sealed class Warehouse
    {
        public string Name { get; set; } = "";
        public string City { get; set; } = "";
        public int Shelves { get; set; }
    }
}
