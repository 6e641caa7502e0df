using System.CommandLine;
using DepGraph.Review;

namespace DepGraph.Tool;

/// <summary>The options that say what startup may load.</summary>
internal sealed class RuleOptions
{
    public Option<string[]> Lazy { get; } = new("--lazy")
    { Description = "NAME or NAME=REASON: an assembly startup must not load; * stands for any text.", DefaultValueFactory = _ => [] };

    public Option<string[]> Only { get; } = new("--only")
    { Description = "NAME or NAME=REASON: startup may load nothing but such assemblies; * stands for any text.", DefaultValueFactory = _ => [] };

    /// <exception cref="DepGraphException">DG0014: one names nothing.</exception>
    public IReadOnlyList<LoadRule> Of(ParseResult parsed) =>
    [
        .. parsed.GetValue(Lazy)!.Select(text => LoadRule.Parse(LoadRuleKind.Lazy, text)),
        .. parsed.GetValue(Only)!.Select(text => LoadRule.Parse(LoadRuleKind.Only, text)),
    ];
}
