namespace Waiting;

/// <summary>Starts, waits two seconds for what its first argument says (it sleeps where there is none), and ends.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments is [var mode, ..] ? mode : "sleep")
        {
            case "child": Waits.ForAChild(); break;
            case "pipe": Waits.ForAPipe(); break;
            case "sleep": Waits.Sleeping(); break;
            case "thread": Waits.ForAThread(); break;
            case "task": Waits.ForATask(); break;
            case "http": await Waits.ForAnAnswerAsync(new Uri(arguments[1])); break;
            case "delay": await Waits.DelayAsync(); break;
            case "compute": Waits.Computing(); break;
            default: return 1;
        }

        return 0;
    }
}
