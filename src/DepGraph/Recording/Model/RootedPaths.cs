using System.Text.RegularExpressions;
using DepGraph.Text;

namespace DepGraph.Recording.Model;

/// <summary>Finds the paths in a name: hosts name contexts, and code names what it emits, after the files of this machine.</summary>
internal static partial class RootedPaths
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>
    /// The name with each rooted path (Unix, drive, UNC, <c>file:</c>) as the name of its file. Folders may hold spaces; a new path begins behind a space,
    /// a quote, a bracket or a separator of lists.
    /// </summary>
    public static string ToFileNames(string name) => name.AsSpan().IndexOfAny(Separators) < 0 ? name : Rooted().Replace(name, m => FileName(m, name));

    private static string FileName(Match path, string name)
    {
        var end = path.Index + path.Length;
        if (end < name.Length && !char.IsWhiteSpace(name[end]))
            return "";
        var folders = path.Groups["folders"].Value.TrimEnd(Separators); // the path of a folder: its own name is the last one
        return folders.Length == 0 ? path.Value : folders[(folders.LastIndexOfAny(Separators) + 1)..];
    }

    // A folder neither begins with a space nor ends with what begins another path. `https://` is none of this machine's.
    [GeneratedRegex("""(?<![\w.\\/])(file:(//[^\\/]*)?)?(\\\\[?.]\\([A-Za-z]:\\)?|/?[A-Za-z]:[\\/]+|(?<!(?<!file):)[\\/]{2}(?![\\/])|[\\/](?![\\/]))"""
        + """(?<folders>((?!\s)[^\\/\r\n]*[^\\/\s"'`(\[{<=,;:|][\\/]+)*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Rooted();
}
