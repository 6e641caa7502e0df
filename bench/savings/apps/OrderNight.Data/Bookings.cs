using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace OrderNight.Data;

/// <summary>The bookings of the night: EF Core over SQLite in memory.</summary>
public static class Bookings
{
    /// <summary>Creates the database, books and counts what is open.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Open()
    {
        using var bookings = new BookingContext();
        bookings.Database.OpenConnection();
        bookings.Database.EnsureCreated();
        var account = new Account { Name = "Sales" };
        bookings.AddRange(Enumerable.Range(1, 5).Select(i => new Booking { Text = $"Order {i}", Amount = i * 10, Account = account }));
        bookings.SaveChanges();
        return bookings.Bookings.Count(booking => booking.Amount > 20 && booking.Account!.Name == "Sales");
    }
}
