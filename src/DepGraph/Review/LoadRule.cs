using System.IO.Enumeration;
using DepGraph.Text;

namespace DepGraph.Review;

/// <summary>What a rule says of the assemblies it names.</summary>
public enum LoadRuleKind
{
    /// <summary>Startup must not load them.</summary>
    Lazy,

    /// <summary>Startup may load nothing but them.</summary>
    Only,
}

/// <summary>A rule about what startup may load.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Pattern">A simple name, in which <c>*</c> stands for any text.</param>
/// <param name="Because">Why; empty where nobody said.</param>
public sealed record LoadRule(LoadRuleKind Kind, string Pattern, string Because)
{
    /// <summary>Reads <c>PATTERN</c> or <c>PATTERN=REASON</c>.</summary>
    /// <exception cref="DepGraphException">DG0014: it names nothing.</exception>
    public static LoadRule Parse(LoadRuleKind kind, string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return parts[0].Length > 0 ? new LoadRule(kind, parts[0], parts.ElementAtOrDefault(1) ?? "")
            : throw new DepGraphException(Codes.InvalidOption,
                $"\"{OneLine.Of(text)}\" names no assembly: a rule is NAME or NAME=REASON, * stands for any text.");
    }

    /// <summary>What the rule is called in a project file.</summary>
    public string Name => $"DepGraph{Kind}";

    /// <summary>True for the simple name of an assembly it is about.</summary>
    public bool Covers(string name) => FileSystemName.MatchesSimpleExpression(Pattern, name, ignoreCase: true);
}
