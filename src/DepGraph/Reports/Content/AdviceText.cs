using DepGraph.Review;
using DepGraph.Text;

namespace DepGraph.Reports.Content;

/// <summary>Advice in words.</summary>
public static class AdviceText
{
    /// <summary>What there is to say where there is none.</summary>
    public const string Nothing = "Nothing that would make it notably faster was found.";

    /// <summary>For example <c>46.0 to 61.5 ms</c>, or <c>up to 61.5 ms</c>.</summary>
    public static string Saves(Advice advice) => advice.LowMs <= 0
        ? $"up to {Milliseconds.Of(advice.HighMs)}"
        : Sentences.Cost(new Retained(new Amount(0, advice.LowMs), new Amount(0, advice.HighMs)));
}
