using DepGraph.Text;

namespace DepGraph.Reports.Content;

/// <summary>A node's id as the lines of a label: the assembly's own name whole, below it the context it was loaded into.</summary>
internal static class NodeLabel
{
    private const int MaxContext = 40;

    /// <summary>The name, and the context behind an "@" where it has one; a long context keeps its last parts.</summary>
    public static string[] Lines(string id)
    {
        var at = id.IndexOf('@', Math.Min(1, id.Length));
        return at < 0 ? [id] : [id[..at], "@" + Shorten(id[(at + 1)..])];
    }

    private static string Shorten(string context)
    {
        if (context.Length <= MaxContext)
            return context;
        if (context.Any(char.IsWhiteSpace))
            return OneLine.Of(context, MaxContext);
        var last = Enumerable.Range(0, context.Length).Where(i => context[i] is '.' or '+').Select(i => context[(i + 1)..])
            .FirstOrDefault(part => part.Length is > 1 and < MaxContext);
        return last is null ? OneLine.Of(context, MaxContext) : "…" + last;
    }
}
