namespace Waiting;

/// <summary>Starts, waits a second for what its first argument says, and ends.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments[0])
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
