using DepGraph.Graph;
using DepGraph.Text;

namespace DepGraph.Tool;

/// <summary>
/// Diagnostics as MSBuild, editors and terminals read them, always one line: <c>depgraph : warning DG0001: text</c>, and
/// <c>/src/Program.cs(12): warning DG0101: text</c> where a line of source is to blame.
/// </summary>
internal static class CanonicalLine
{
    public static void Error(string code, string message) => Console.Error.WriteLine(Format("error", new Finding(code, message)));

    public static string Format(string severity, Finding finding) =>
        $"{Origin(finding.Source)}: {severity} {finding.Code}: {string.Join(' ', Lines(finding.LocalMessage ?? finding.Message))}";

    private static string[] Lines(string message) =>
        message.Split(['\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // A colon ends the origin, except that of a drive; a path that breaks the line would hide the diagnostic.
    private static string Origin(SourcePlace? source) =>
        source is null || source.File.LastIndexOf(':') > 1 || OneLine.Of(source.File, int.MaxValue) != source.File ? "depgraph "
            : FormattableString.Invariant($"{source.File}({source.Line})");
}
