namespace Reviewed.Second;

public static class Farewell
{
    public static void Say() => Console.WriteLine("goodbye");
}
