namespace OrderNight.Data;

internal sealed class Account
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}
