using System.Reflection;
using DepGraph.Reports.Markdown;

namespace DepGraph.Page.Tests.Support;

/// <summary>The programs from npm that read what DepGraph writes.</summary>
internal static class Viewers
{
    private static readonly string Folder = typeof(Viewers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Viewers").Value!;

    public static string Mermaid => Path.Combine(Folder, "mermaid", "dist", "mermaid.min.js");

    public static string Speedscope => Path.Combine(Folder, "speedscope", "dist", "release");

    public static bool AreThere => File.Exists(Mermaid) && Directory.Exists(Speedscope);
}

/// <summary>A fact that needs Chromium and the viewers.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ViewerFactAttribute : BrowserFactAttribute
{
    public ViewerFactAttribute() => Skip ??= Switches.SkipUnless(Viewers.AreThere, "needs Mermaid and speedscope (npm fetches them when the tests are built)");
}
