using System.Runtime.CompilerServices;
using AngleSharp.Html.Parser;

namespace OrderNight;

/// <summary>The supplier's news, read by AngleSharp from a saved page.</summary>
internal static class NewsPage
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read()
    {
        var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "news.html")));
        return page.QuerySelectorAll("article.news > h2").Count(title => title.TextContent.Contains("tea", StringComparison.OrdinalIgnoreCase));
    }
}
