using System.Globalization;
using System.Runtime.CompilerServices;
using Humanizer;

namespace OrderImport;

/// <summary>The orders as sentences, by Humanizer.</summary>
internal static class Phrases
{
    private static readonly DateTime Today = new(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string[] Of(Order[] orders)
    {
        var title = "orderLine".Humanize(LetterCasing.Title);
        var since = (Today - Today.AddDays(-9)).Humanize(culture: CultureInfo.InvariantCulture);
        return [title, since, "box".Pluralize(), .. orders.Take(5).Select(order => $"{"cup".ToQuantity(order.Count, ShowQuantityAs.Words)} " +
            order.Placed.Humanize(utcDate: true, Today, CultureInfo.InvariantCulture))];
    }
}
