namespace DepGraph.Review;

/// <summary>What startup may take. Counts can fail a review; times differ from machine to machine and only advise.</summary>
/// <param name="MaxAssemblies">The most assemblies startup may load (native modules not counted), or null for any number.</param>
public sealed record Budgets(int? MaxAssemblies)
{
    public static Budgets None { get; } = new((int?)null);
}
