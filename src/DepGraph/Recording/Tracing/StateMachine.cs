using System.Text.RegularExpressions;

namespace DepGraph.Recording.Tracing;

/// <summary>The compiler makes of an asynchronous method a type of its own, and of its code that type's MoveNext.</summary>
internal static partial class StateMachine
{
    /// <summary>True when the frame is an asynchronous method's.</summary>
    public static bool IsOne(string frame) => MoveNext().IsMatch(frame);

    /// <summary>The frame with the method as it stands in the source: <c>A!B.C</c> for <c>A!B+&lt;C&gt;d__1.MoveNext</c>; others as they are.</summary>
    public static string MethodOf(string frame) => MoveNext().Replace(frame, ".$1");

    /// <summary>True for the entry point the compiler makes of an asynchronous Main.</summary>
    public static bool IsEntryOf(string frame, string main) =>
        frame.EndsWith(Entry, StringComparison.Ordinal) && main.StartsWith(frame[..^Entry.Length], StringComparison.Ordinal)
            && main[(frame.Length - Entry.Length)..] is ".Main" or ".<Main>$";

    private const string Entry = ".<Main>";

    [GeneratedRegex(@"\+<([^+]+)>d(?:__\d+)?(?:`\d+)?(?:\[[^+]*\])?\.MoveNext$")]
    private static partial Regex MoveNext();
}
