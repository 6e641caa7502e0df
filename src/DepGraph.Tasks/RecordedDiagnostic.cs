using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Build.Utilities;

namespace DepGraph.Tasks;

/// <summary>
/// A line of the recorder's that is a warning or an error: <c>depgraph : warning DG0001: text</c>, <c>Program.cs(12): error DG0101: text</c>.
/// MSBuild reads such lines itself, but gives them no link to the page of the code.
/// </summary>
internal static class RecordedDiagnostic
{
    private static readonly Regex Form = new Regex(
        @"^(?<file>[^\s].*?)(\((?<line>[0-9]{1,9})\))?\s?: (?<severity>warning|error) (?<code>DG[0-9]{4}): (?<text>.*)$", RegexOptions.CultureInvariant);

    /// <summary>Logs the line; false, and nothing is logged, when it is another one.</summary>
    public static bool TryLog(TaskLoggingHelper log, string text)
    {
        if (Form.Match(text) is not { Success: true } found)
            return false;
        var (file, code, message) = (found.Groups["file"].Value, found.Groups["code"].Value, found.Groups["text"].Value);
        var line = found.Groups["line"].Success ? int.Parse(found.Groups["line"].Value, CultureInfo.InvariantCulture) : 0;
        if (found.Groups["severity"].Value == "error")
            log.LogError(null, code, null, Codes.HelpLink(code), file, line, 0, 0, 0, message);
        else
            log.LogWarning(null, code, null, Codes.HelpLink(code), file, line, 0, 0, 0, message);
        return true;
    }
}
