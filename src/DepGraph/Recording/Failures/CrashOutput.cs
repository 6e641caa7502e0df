using System.Text.RegularExpressions;

namespace DepGraph.Recording.Failures;

/// <summary>Reads what the runtime writes to standard error when it dies.</summary>
internal static partial class CrashOutput
{
    public const string StackOverflow = "Stack overflow.";

    private const string Unhandled = "Unhandled exception. ";
    private const string Inner = " ---> ";
    private static readonly string[] Beginnings = [Unhandled, "Process terminated.", StackOverflow, "Fatal error."];

    /// <summary>The last crash the text tells of, or null.</summary>
    public static Crash? Find(string errors)
    {
        var lines = errors.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var first = Array.FindLastIndex(lines, line => Beginnings.Any(b => line.StartsWith(b, StringComparison.Ordinal)));
        if (first < 0)
            return null;
        var isException = lines[first].StartsWith(Unhandled, StringComparison.Ordinal);
        var about = lines.Skip(first).TakeWhile(IsAbout).ToList();
        about[0] = isException ? about[0][Unhandled.Length..] : about[0];
        var frames = lines.Skip(first).Select(line => FrameLine().Match(line)).Where(m => m.Success)
            .SkipWhile(m => m.Groups["method"].Value.StartsWith("System.Environment.FailFast(", StringComparison.Ordinal)).ToList();
        // The innermost exception is the cause; those around it only say whom it hit.
        // But of an address in use already only they say which.
        var cause = about.FindIndex(TakenAddress.IsNamedIn);
        if (cause < 0)
            cause = about.FindLastIndex(line => line.StartsWith(Inner, StringComparison.Ordinal));
        var summary = string.Join(' ', about.Skip(Math.Max(cause, 0)).Take(TakenAddress.IsNamedIn(about[Math.Max(cause, 0)]) ? 1 : about.Count))
            .Replace(Inner, "", StringComparison.Ordinal);
        return new Crash(summary, [.. frames.Take(Crash.MostFrames).Select(ToFrame)], isException)
        {
            FrameWithSource = frames.Find(m => m.Groups["file"].Success && File.Exists(m.Groups["file"].Value)) is { } own ? ToFrame(own) : null,
        };
    }

    // A stack's frames that recur: "Repeated 8 times:", on .NET 8 "Repeat 8 times:".
    private static bool IsAbout(string line) =>
        !FrameLine().IsMatch(line) && !line.StartsWith("Repeat", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal);

    private static string ToFrame(Match frame) =>
        frame.Groups["file"].Success ? $"{frame.Groups["method"].Value} ({Path.GetFileName(frame.Groups["file"].Value)}:{frame.Groups["line"].Value})"
            : frame.Groups["method"].Value;

    [GeneratedRegex(@"^   at (?<method>.+?)( in (?<file>.+):line (?<line>\d+))?$")]
    private static partial Regex FrameLine();
}
