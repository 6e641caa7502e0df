using System.Text.RegularExpressions;

namespace DepGraph.Recording.Failures;

/// <summary>Takes the folders of this machine out of what a program said: a report is the same wherever it is made.</summary>
internal static partial class FolderNames
{
    /// <summary>Each absolute path becomes the name of its file.</summary>
    public static string Remove(string text) => AbsoluteFolder().Replace(text, "");

    [GeneratedRegex("""(?<![\w.:/\\])([A-Za-z]:[\\/]|/)([^\s/\\'"<>|:*?]+[\\/])+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AbsoluteFolder();
}
