using System;

namespace DepGraph.Tasks;

/// <summary>The one line of a build that recorded: <c>DepGraph: what was started and found: page</c>.</summary>
internal static class RecordedLine
{
    // The terminal logger shows no message of a build, of whatever importance, unless this stands in it (dotnet/msbuild#9667; seen with SDK 10.0.401).
    private const string Shown = "--interactive";

    public static bool Is(string line) => line.StartsWith("DepGraph: ", StringComparison.Ordinal);

    /// <summary>
    /// The line with its page as a hyperlink, as the terminal logger writes its own. What makes it show the line is in the link's fragment, which nobody sees.
    /// </summary>
    public static string ForTerminalLogger(string line)
    {
        var at = line.LastIndexOf(": ", StringComparison.Ordinal) + 2;
        var page = line.Substring(at);
        return Uri.TryCreate(page, UriKind.Absolute, out var link)
            ? $"{line.Substring(0, at)}\u001b]8;;{link.AbsoluteUri}#{Shown}\u001b\\{page}\u001b]8;;\u001b\\" : line;
    }
}
