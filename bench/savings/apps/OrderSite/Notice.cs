using System.Runtime.CompilerServices;
using Markdig;

namespace OrderSite;

/// <summary>The notice on the first page, written in Markdown and made HTML by Markdig.</summary>
internal static class Notice
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Read()
    {
        var pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        return Markdown.ToHtml(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "notice.md")), pipeline);
    }
}
