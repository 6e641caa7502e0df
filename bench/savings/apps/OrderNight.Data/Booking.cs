namespace OrderNight.Data;

internal sealed class Booking
{
    public int Id { get; set; }
    public string Text { get; set; } = "";
    public double Amount { get; set; }
    public int AccountId { get; set; }
    public Account? Account { get; set; }
}
