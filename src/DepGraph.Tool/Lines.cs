using DepGraph.Graph;

namespace DepGraph.Tool;

/// <summary>Diagnostics as MSBuild reads them: <c>depgraph : warning DG0001: text</c>, always one line.</summary>
internal static class Lines
{
    public static void Error(string code, string message) => Console.Error.WriteLine(Format("error", code, message));

    public static string Format(string severity, Finding finding) => Format(severity, finding.Code, finding.Message);

    private static string Format(string severity, string code, string message) =>
        $"depgraph : {severity} {code}: {string.Join(' ', message.Split(['\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}";
}
