namespace Optional;

public static class Extra
{
    public static string Text => "extra";
}
