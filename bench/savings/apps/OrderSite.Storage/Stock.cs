using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OrderSite.Storage;

/// <summary>What is in stock: SQLite in memory, asked through Dapper.</summary>
public static class Stock
{
    /// <summary>Opens the database, creates its table and counts what it was filled with.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Open()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        database.Execute("CREATE TABLE Item (Id INTEGER PRIMARY KEY, Sku TEXT NOT NULL, Count INTEGER NOT NULL, Price REAL NOT NULL)");
        database.Execute("INSERT INTO Item (Sku, Count, Price) VALUES (@Sku, @Count, @Price)",
            Enumerable.Range(1, 10).Select(i => new Item { Sku = $"T-{i}", Count = i * 3, Price = i * 1.5 }));
        return database.Query<Item>("SELECT Id, Sku, Count, Price FROM Item WHERE Count > @least ORDER BY Sku", new { least = 6 }).AsList().Count;
    }

    private sealed class Item
    {
        public long Id { get; set; }
        public string Sku { get; set; } = "";
        public long Count { get; set; }
        public double Price { get; set; }
    }
}
