using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace OrderImport;

/// <summary>The orders, read by CsvHelper.</summary>
internal static class OrderFile
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Order[] Read(string name)
    {
        var form = new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = field => field.Header.ToUpperInvariant() };
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, name));
        using var reader = new CsvReader(file, form);
        return [.. reader.GetRecords<Order>()];
    }
}
