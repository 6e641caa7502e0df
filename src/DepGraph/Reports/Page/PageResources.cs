using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DepGraph.Reports.Page;

/// <summary>The files of Reports/Page, which are part of this assembly.</summary>
internal static partial class PageResources
{
    /// <summary>A file as text.</summary>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Open(name) ?? throw new InvalidOperationException($"The resource {name} is missing."), Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }

    /// <summary>A file as it is, or null when this build has none.</summary>
    public static Stream? Open(string name) => typeof(PageResources).Assembly.GetManifestResourceStream($"page/{name}");

    /// <summary>A page, whose body is a template, with its <c>{{names}}</c> replaced, once: what a value holds is not looked at again.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(Text("head.html") + Text(template), match => values[match.Groups[1].Value]);

    /// <summary>What a Content-Security-Policy calls a script or style sheet: the browser takes this one and no other.</summary>
    public static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex("{{([a-z-]+)}}")]
    private static partial Regex Placeholder();
}
