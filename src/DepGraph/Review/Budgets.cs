namespace DepGraph.Review;

/// <summary>What startup may take. Counts can fail a review; times differ from machine to machine and only advise.</summary>
/// <param name="MaxAssemblies">The most assemblies startup may load, or null for any number.</param>
/// <param name="MaxReadyMs">The most milliseconds until ready, or null for any time.</param>
public sealed record Budgets(int? MaxAssemblies, double? MaxReadyMs = null)
{
    public static Budgets None { get; } = new((int?)null);

    /// <summary>What startup may load.</summary>
    public IReadOnlyList<LoadRule> Rules { get; init; } = [];
}
