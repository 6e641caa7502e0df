using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace OrderSite;

/// <summary>When the site is open, by NodaTime.</summary>
internal static class Calendar
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Opening(string place)
    {
        var zone = DateTimeZoneProviders.Tzdb[place];
        var morning = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm").Parse("2025-10-01 08:00").Value;
        var open = morning.InZoneLeniently(zone);
        var next = open.Plus(Duration.FromDays(31)).LocalDateTime;
        return $"{InstantPattern.General.Format(open.ToInstant())} {Period.Between(morning, next)} {next.DayOfWeek}";
    }
}
