using System.Text.RegularExpressions;

namespace DepGraph.Recording.Model;

/// <summary>Takes the folders of this machine out of what a program said: a report is the same wherever it is made.</summary>
internal static partial class FolderNames
{
    /// <summary>Each absolute path becomes the name of its file. A space ends a path, except in quotes.</summary>
    public static string Remove(string text) => text.AsSpan().IndexOfAny('/', '\\') < 0 ? text : AbsoluteFolder().Replace(QuotedFolder().Replace(text, ""), "");

    [GeneratedRegex("""(?<=['"])(file:/{2,3})?([A-Za-z]:[\\/]|\\\\|/)[^'"<>|*?\r\n]*[\\/](?=[^'"\\/\r\n]*['"])""", RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuotedFolder();

    [GeneratedRegex("""(?<![\w.:/\\])(file:///?)?([A-Za-z]:[\\/]|\\\\|/)([^\s/\\'"<>|:*?]+[\\/])+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AbsoluteFolder();
}
