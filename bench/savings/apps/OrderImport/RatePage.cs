using System.Globalization;
using System.Runtime.CompilerServices;
using HtmlAgilityPack;

namespace OrderImport;

/// <summary>The exchange rates of a saved page, read by HtmlAgilityPack.</summary>
internal static class RatePage
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Dictionary<string, decimal> Read(string name)
    {
        var page = new HtmlDocument();
        page.Load(Path.Combine(AppContext.BaseDirectory, name));
        var rates = new Dictionary<string, decimal>();
        foreach (var row in page.DocumentNode.SelectNodes("//table[@id='rates']/tr[td]")!)
            rates[Cell(row, 1)] = decimal.Parse(Cell(row, 2), CultureInfo.InvariantCulture);
        return rates;
    }

    private static string Cell(HtmlNode row, int column) => row.SelectSingleNode($"td[{column}]")!.InnerText.Trim();
}
