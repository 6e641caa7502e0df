namespace DepGraph.Testing;

/// <summary>A fact that needs something of the machine, and may take long besides.</summary>
public abstract class ConditionalFactAttribute : FactAttribute
{
    /// <summary>What takes so long, and how long; the fact is then skipped as a <see cref="SlowFactAttribute"/> is.</summary>
    public string Slow
    {
        get => Skip ?? "";
        set => Skip ??= SlowFactAttribute.Reason(value);
    }
}
