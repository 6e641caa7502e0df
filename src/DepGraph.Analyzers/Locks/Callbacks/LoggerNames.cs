using Microsoft.CodeAnalysis;

namespace DepGraph.Analyzers.Locks.Callbacks;

/// <summary>Tells by its name a logger that the code has of its own. What is called on it is open to others, and hardly ever calls back.</summary>
internal static class LoggerNames
{
    private static readonly string[] OfTypes = ["Logger", "Loggers", "Logging", "DebugListener", "TraceListener"];
    private static readonly string[] OfMembers = ["Log", "Logger", "Logging"];

    /// <summary><c>ILog</c>, <c>Log</c>, and every name with the word Logger, DebugListener or TraceListener in it; a <c>CommitLog</c> is none.</summary>
    public static bool AreOf(ITypeSymbol? type) => type is { Name: "Log" or "ILog" or "Logs" } || (type != null && HasWord(type.Name, OfTypes));

    /// <summary>A delegate, event or parameter that is called <c>log</c> or has the word in its name.</summary>
    public static bool AreOf(string member) => HasWord(member, OfMembers);

    private static bool HasWord(string name, string[] words)
    {
        foreach (var word in words)
        {
            for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (StartsWord(name, at) && EndsWord(name, at + word.Length))
                    return true;
            }
        }

        return false;
    }

    private static bool StartsWord(string name, int at) => at == 0 || char.IsUpper(name[at]) || !char.IsLetter(name[at - 1]);

    private static bool EndsWord(string name, int end) => end == name.Length || !char.IsLower(name[end]);
}
