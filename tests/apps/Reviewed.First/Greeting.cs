namespace Reviewed.First;

public static class Greeting
{
    public static void Say(bool lookBack)
    {
        Console.WriteLine("hello");
        if (lookBack)
            Console.WriteLine(Type.GetType("Reviewed.Program, Reviewed")!.GetProperty("Name")!.GetValue(null));
    }
}
