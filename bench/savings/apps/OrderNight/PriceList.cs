using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace OrderNight;

/// <summary>The prices of the night, read by CsvHelper.</summary>
internal static class PriceList
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read()
    {
        using var file = File.OpenText(Path.Combine(AppContext.BaseDirectory, "prices.csv"));
        using var reader = new CsvReader(file, CultureInfo.InvariantCulture);
        return reader.GetRecords<Price>().Count(price => price.Amount > 1);
    }

    internal sealed record Price(string Sku, decimal Amount, DateOnly From);
}
