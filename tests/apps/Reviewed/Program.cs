using System.Runtime.CompilerServices;

namespace Reviewed;

/// <summary>
/// One startup and what a pull request makes of it: each argument is one change. Every use is a method of its own, so that it loads when it is called.
/// </summary>
public static class Program
{
    public static string Name => "Reviewed";

    public static void Main(string[] args)
    {
        if (args.Contains("order"))
        {
            UseSecond();
            UseFirst(false);
        }
        else
        {
            UseFirst(args.Contains("cycle"));
            UseSecond();
        }

        if (args.Contains("package"))
            UsePackage();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseFirst(bool lookBack) => First.Greeting.Say(lookBack);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseSecond() => Second.Farewell.Say();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UsePackage() => Spectre.Console.AnsiConsole.Write(new Spectre.Console.Text("from a package\n"));
}
